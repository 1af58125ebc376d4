import { allowsInput } from '../core/allowance.ts';
import { count } from '../core/check-gate.ts';
import { evidence, type Evidence } from '../core/evidence.ts';
import { defineGate, type GateObservation, type GateResult } from '../core/gate.ts';
import { incomparable, NO_BASE, NOTHING_TO_COMPARE, type History } from '../core/diff/history.ts';
import { RULES, type HygieneFinding, type RuleId } from '../core/hygiene/finding.ts';
import { judgeHygiene } from '../core/hygiene/judge.ts';
import { annotate, plainResult } from '../core/method-run.ts';
import { listSetting, type Profile } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';

const PREFIXES = ['feat', 'fix', 'docs', 'test', 'build', 'perf', 'refactor'];
const LARGE = ['**/package-lock.json', '**/Cargo.lock'];
const PRINTS = [
  '**/main.rs',
  '**/src/bin/**',
  '**/build.rs',
  'xtask/**',
  '**/bin/**',
  '**/cli/**',
  '**/cli.*',
  'scripts/**',
];
const MAX_KIB = 1024;

export const hygiene = defineGate({
  name: 'hygiene',
  title: 'Hygiene',
  description:
    'Nothing is left behind, commits say of which kind they are, and no tolerance, limit or test got weaker unless the issue names it.',
  inputs: allowsInput,
  numbers: {
    findings: 'Findings that fail the gate.',
    warnings: 'Findings that a person should look at.',
    allowed: 'Findings that the issue allows by name.',
    files: 'Files that the branch changes.',
    lines: 'Lines that the branch adds.',
  },
  progress: { key: 'findings', better: 'lower' },
  collect: { commands: false, files: () => ['**'], changedOnly: true, history: 'lines' },
  evaluate(observation): GateResult {
    const { history, profile } = observation;
    const problem = unjudgeable(history);
    if (history === undefined || problem !== undefined) return plainResult('fail', 'hygiene', problem!);
    const settings = readSettings(profile);
    if (typeof settings === 'string') return plainResult('fail', 'hygiene', settings);
    const { files, before, allowances = [] } = observation;
    const findings = judgeHygiene({ ...settings, history, files, before, scopes: profile.scopes, allowances });
    return result(findings, history, observation);
  },
});

/** Why the branch cannot be compared with its base: nothing to look at is no pass. */
function unjudgeable(history: History | undefined): string | undefined {
  if (history === undefined) return 'the history was not read';
  const fix = history.shallow ? ': check out with fetch-depth: 0' : '';
  if (history.baseName === NO_BASE) return NOTHING_TO_COMPARE;
  if (history.baseHead === undefined)
    return `${history.baseName} is not in this checkout${fix || ': set `with: { base: … }`'}`;
  if (history.mergeBase === undefined) return incomparable(history);
  return undefined;
}

/** The profile's settings, or what is wrong with them. */
function readSettings(profile: Profile) {
  const list = (key: string, fallback: readonly string[]) => listSetting(profile, 'hygiene', key, fallback);
  const rules = (key: string): ReadonlySet<RuleId> | string => {
    const unknown = list(key, []).find((rule) => !Object.hasOwn(RULES, rule));
    return unknown === undefined
      ? new Set(list(key, []) as readonly RuleId[])
      : `the profile's setting ${key} names ${unknown}, which is no rule`;
  };
  const [off, warn] = [rules('off'), rules('warn')];
  if (typeof off === 'string') return off;
  if (typeof warn === 'string') return warn;
  const kib = profile.gates.hygiene?.settings['max-file-kib'] ?? MAX_KIB;
  if (typeof kib !== 'number' || !(kib > 0)) return `the profile's setting max-file-kib is ${String(kib)}`;
  return {
    prefixes: list('prefixes', PREFIXES),
    limits: {
      maxBytes: kib * 1024,
      large: compileGlobs(list('large-files', LARGE)).matches,
      executable: compileGlobs(list('executables', [])).matches,
    },
    prints: compileGlobs(list('prints', PRINTS)).matches,
    off,
    warn,
  };
}

function result(findings: readonly HygieneFinding[], history: History, { before }: GateObservation): GateResult {
  const of = (level: HygieneFinding['level']) => findings.filter((finding) => finding.level === level);
  const [failures, warnings, allowed] = [of('failure'), of('warning'), of('notice')];
  const first = [...new Map(failures.map((finding) => [finding.rule, finding])).values()];
  const list: Evidence[] = [
    evidence('hygiene', failures.length === 0 ? 'clean' : count(failures.length, 'finding')),
    ...first
      .slice(0, 5)
      .map(({ rule, path, line, message }) =>
        evidence(rule, (path === '' ? message : `${path}:${line}: ${message}`).replace(/\.$/, '')),
      ),
    ...(warnings.length === 0 ? [] : [evidence('warnings', warnings.length)]),
    ...(allowed.length === 0
      ? []
      : [evidence('allowed by the issue', allowed.map(({ rule, path }) => `${rule} ${path}`).join(', '))]),
  ];
  const lines = [...history.lines.values()].flat().reduce((sum, change) => sum + change.added.length, 0);
  return {
    verdict: failures.length === 0 ? 'pass' : 'fail',
    evidence: list,
    annotations: [...failures, ...warnings, ...allowed]
      .filter(({ path }) => path !== '')
      .map(({ level, path, line, rule, message }) => annotate(level, path, line, rule, message)),
    rows: [
      {
        item: 'looked at',
        status: 'read',
        detail: `${count(history.commitCount, 'commit')}, ${count(history.files.length, 'file')} (${before.size} of them old), ${count(lines, 'added line')}`,
      },
      ...(Object.keys(RULES) as RuleId[]).flatMap((rule) => {
        const own = findings.filter((finding) => finding.rule === rule);
        if (own.length === 0) return [];
        const status = own.some(({ level }) => level === 'failure')
          ? 'fail'
          : own.some(({ level }) => level === 'warning')
            ? 'warning'
            : 'allowed';
        return [{ item: rule, status, detail: `${RULES[rule]} ${count(own.length, 'time')}: ${own[0]!.message}` }];
      }),
    ],
    numbers: {
      findings: failures.length,
      warnings: warnings.length,
      allowed: allowed.length,
      files: history.files.length,
      lines,
    },
  };
}
