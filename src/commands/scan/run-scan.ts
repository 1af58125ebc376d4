import { readFileSync, statSync } from 'node:fs';
import { FlowError } from '../../core/errors.ts';
import { addedLines, DIFF_FORM, scanAdded, type AddedFile } from '../../core/public-safety/added-lines.ts';
import { allowedNameSchema } from '../../core/public-safety/allowed.ts';
import { redactedMark, type Finding } from '../../core/public-safety/finding.ts';
import { scan, scanBytes, type ScanOptions } from '../../core/public-safety/scan.ts';
import { SETUP_FILE } from '../../core/setup.ts';
import { gitSays, topOfRepository } from '../../runtime/git/top.ts';
import { committedText, readJudged } from '../gate/judged.ts';
import { readSettings } from '../gate/settings.ts';

export interface ScanFlags {
  readonly staged?: boolean;
  readonly range?: string;
  readonly secrets?: boolean;
  readonly allow: readonly string[];
  readonly dir: string;
}

/** What was looked at, and what was found there. */
interface Looked {
  readonly at: string;
  readonly findings: readonly Finding[];
}

/** Most bytes of a file that are looked at: more is refused, not left out. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Scans one of a file, standard input, the index or commits; `ok` when nothing in it is private. */
export async function runScan(
  file: string | undefined,
  flags: ScanFlags,
): Promise<{ ok: boolean; lines: string[]; json: unknown }> {
  if ([file !== undefined, flags.staged === true, flags.range !== undefined].filter(Boolean).length !== 1)
    throw new FlowError('bad-input', 'one thing is scanned at a time', {
      at: 'scan',
      fix: 'give a file, - for standard input, --staged, or --range A..B',
    });
  const options: ScanOptions = {
    allow: [...flags.allow.map(allowed), ...(file === undefined ? await namesOfProfile(flags.dir) : [])],
    secretsOnly: flags.secrets === true,
  };
  const { at, findings } =
    file !== undefined
      ? scanFile(file, options)
      : flags.range === undefined
        ? await scanStaged(flags.dir, options)
        : await scanRange(flags.dir, flags.range, options);
  return { ok: findings.length === 0, lines: tell(at, findings), json: { ok: findings.length === 0, at, findings } };
}

function allowed(name: string): string {
  const parsed = allowedNameSchema.safeParse(name);
  if (parsed.success) return name;
  throw new FlowError('bad-input', `${JSON.stringify(name)} ${parsed.error.issues[0]!.message}`, {
    at: '--allow',
    fix: 'give the name as it stands there, or *.HOST for all hosts below one',
  });
}

/** Names that the repository's own profile allows, as its gates read them: from the base, where there is one. */
async function namesOfProfile(dir: string): Promise<readonly string[]> {
  const top = await topOfRepository(dir);
  if ((await gitSays(top, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}')) === undefined) return [];
  const judged = await readJudged(top, undefined);
  if ((await committedText(top, judged.sha, SETUP_FILE)) === undefined) return [];
  return (await readSettings(judged, {})).profile['public-names'] ?? [];
}

function scanFile(file: string, options: ScanOptions): Looked {
  const at = file === '-' ? 'standard input' : file;
  try {
    if (file !== '-' && statSync(file).size > MOST_BYTES)
      throw new FlowError('bad-input', `${file} has more than ${MOST_BYTES} bytes`, {
        at: file,
        fix: 'scan it in parts',
      });
    return { at, findings: scanBytes(readFileSync(file === '-' ? 0 : file), options) };
  } catch (cause) {
    if (cause instanceof FlowError) throw cause;
    const why = (cause as Error).message;
    throw new FlowError('bad-input', `cannot read ${at}: ${why}`, { at, fix: 'give the path of a file', cause });
  }
}

async function scanStaged(dir: string, options: ScanOptions): Promise<Looked> {
  const diff = await say(dir, 'diff', '--cached', ...DIFF_FORM);
  const files = addedLines(diff);
  return { at: `the index, ${count(files)}`, findings: scanAdded(files, options) };
}

/** Commit by commit, because a key that a later commit takes out again is pushed all the same. */
async function scanRange(dir: string, range: string, options: ScanOptions): Promise<Looked> {
  if (range.startsWith('-') || !range.includes('..'))
    throw new FlowError('bad-input', `${JSON.stringify(range)} is no range of commits`, {
      at: '--range',
      fix: 'give two commits, as origin/main..HEAD',
    });
  const messages = await say(dir, 'log', '--format=%h%x00%B%x00', range, '--');
  const patches = await say(dir, 'log', '-p', '--diff-merges=first-parent', ...DIFF_FORM, '--format=', range, '--');
  const parts = messages.split('\0');
  const spoken = parts.flatMap((sha, i) =>
    i % 2 === 1 ? [] : scan([{ name: `message of ${sha.trim()}`, text: parts[i + 1] ?? '' }], options),
  );
  const files = addedLines(patches);
  const commits = Math.floor(parts.length / 2);
  const at = `${commits} commit${commits === 1 ? '' : 's'}, ${count(files)}`;
  return { at, findings: [...spoken, ...scanAdded(files, options)] };
}

async function say(dir: string, ...args: string[]): Promise<string> {
  const top = await topOfRepository(dir);
  const text = await gitSays(top, '-c', 'core.quotePath=false', ...args);
  if (text !== undefined) return text;
  throw new FlowError('bad-input', `git ${args[0]} gave no diff, or one of more than ${MOST_BYTES} bytes`, {
    at: args[0] === 'log' ? '--range' : '--staged',
    fix: 'see whether both ends of the range are here; stage less at a time',
  });
}

function count(files: readonly AddedFile[]): string {
  const lines = files.reduce((sum, file) => sum + file.lines.length, 0);
  const plural = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${plural(lines, 'added line')} of ${plural(new Set(files.map(({ path }) => path)).size, 'file')}`;
}

/** One line for each finding, as editors read it, and what to do; no value is shown. */
function tell(at: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [`nothing private in ${at}`];
  const lines = findings.map(({ class: name, place, encoding }) => {
    const how = encoding.every((one) => one === 'plain') ? '' : ` (${encoding.join(', then ')})`;
    return `${place.field ?? at}:${place.line}:${place.column}: ${redactedMark(name)}${how}`;
  });
  return [
    ...lines,
    '',
    `${findings.length} finding${findings.length === 1 ? '' : 's'}: take them out, and revoke a key that somebody may have seen.`,
    'A name that is public already can be allowed: `--allow NAME`, or `public-names` of the profile. A key cannot.',
  ];
}
