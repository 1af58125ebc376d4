import { z } from 'zod';
import { distrusted, unanswered, type Advisory, type AdvisoryReport } from '../dependencies/advisory-report.ts';
import { FlowError } from '../errors.ts';
import { canonicalName } from '../dependencies/requirements-file.ts';
import { parseStrictJson } from '../strict-json.ts';

const audited = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  vulns: z.array(
    z.object({
      id: z.string().min(1),
      aliases: z.array(z.string()),
      fix_versions: z.array(z.string()),
      description: z.string(),
    }),
  ),
});
const skipped = z.object({ name: z.string().min(1), skip_reason: z.string().min(1) });
const reportSchema = z.object({ dependencies: z.array(z.union([audited, skipped])), fixes: z.array(z.unknown()) });

/** What pip-audit says of a version that its database does not answer for: a private package, or a database that is not there. */
const NOT_FOUND = /^Dependency not found on PyPI and could not be audited/;
const SUMMARY =
  /^(?:No known vulnerabilities found(?:, (\d+) ignored)?|Found (\d+) known vulnerabilit(?:y|ies)(?:, ignored (\d+))? in (\d+) packages?)$/m;
/** Answers that say something about the question; others say that nobody could be asked. */
const REFUSED = /^requests\.exceptions\.HTTPError: (4(?:00|13|14|22) .*)$/m;
const NO_ANSWER = /^(?:requests\.exceptions|pip_audit\._service\.interface)\.\w+(?:: .*)?$/m;

/**
 * Reads `pip-audit --format json`. It ends with 0 when a package could not be looked up, and only a word in the report says so; each one is told
 * as nobody to ask. It ends with 1 for findings, for errors and for a database that does not answer alike.
 */
export function parsePipAudit(stdout: string, stderr: string, exitCode: number | null): AdvisoryReport {
  if (stdout.trim() === '') return noReport(stderr, exitCode);
  let value: unknown;
  try {
    value = parseStrictJson(stdout, 'bad-input', 'pip-audit', 8_000_000);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return distrusted(`pip-audit gave no JSON: ${error.message} (exit ${exitCode})`);
  }
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return distrusted(`pip-audit gave an unknown report: ${issue.path.join('.') || 'report'}: ${issue.message}`);
  }
  const { dependencies, fixes } = parsed.data;
  const looked = dependencies.filter((one) => 'vulns' in one);
  const passed = dependencies.filter((one) => 'skip_reason' in one);
  const found = looked.flatMap(({ vulns }) => vulns).length;
  const summary = SUMMARY.exec(stderr);
  if (summary === null) return distrusted('pip-audit did not say what it found');
  const [, cleanIgnored, count = '0', foundIgnored, packages = '0'] = summary;
  if (Number(cleanIgnored ?? foundIgnored ?? 0) > 0)
    return distrusted(`pip-audit left out ${cleanIgnored ?? foundIgnored}: exceptions belong into the setting ignore`);
  const broken = looked.filter(({ vulns }) => vulns.length > 0).length;
  if (Number(count) !== found || Number(packages) !== broken)
    return distrusted(`pip-audit counts ${count} in ${packages} packages and lists ${found} in ${broken}`);
  if (exitCode !== (found === 0 ? 0 : 1)) return distrusted(`pip-audit ended with ${exitCode} and lists ${found}`);
  if (fixes.length > 0) return distrusted('pip-audit changed what it looked at: take --fix out');
  const odd = passed.find(({ skip_reason: reason }) => !NOT_FOUND.test(reason));
  if (odd !== undefined) return distrusted(`${odd.name} was not looked at: ${odd.skip_reason}`);
  const names = passed.map(({ name }) => name);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return {
    ...(names.length === 0 ? {} : { unreachable: `PyPI does not know ${names.slice(0, 3).join(', ')}${more}` }),
    packages: dependencies.length,
    looked: dependencies.map(({ name }) => canonicalName(name)),
    advisories: looked.flatMap(({ name, version, vulns }) =>
      vulns.map(({ id, aliases, fix_versions: fixed, description }): Advisory => ({
        id,
        aliases,
        kind: 'vulnerability',
        package: canonicalName(name),
        versions: [version],
        title: `${description.split('\n')[0]!.slice(0, 200)}${fixed.length === 0 ? '' : `; fixed in ${fixed.join(', ')}`}`,
        url: '',
        severity: '',
      })),
    ),
    warnings: [],
    ignored: [],
  };
}

/** Its own last words, where it printed no report. */
function noReport(stderr: string, exitCode: number | null): AdvisoryReport {
  const refused = REFUSED.exec(stderr)?.[1];
  if (refused !== undefined) return distrusted(`the database refused the question: ${refused}`);
  const own = [...stderr.matchAll(/^ERROR:pip_audit\._cli:(.*)$/gm)].at(-1)?.[1];
  if (own === undefined && exitCode !== 0 && NO_ANSWER.test(stderr)) {
    const words = [...stderr.matchAll(/^requests\.exceptions\.\w+: (.*)$/gm)].at(-1)?.[1];
    return unanswered((words ?? 'the database did not answer').slice(0, 300));
  }
  const last = own ?? stderr.split('\n').findLast((line) => line.trim() !== '');
  return distrusted(`pip-audit gave no report: ${(last ?? 'no word').trim().slice(0, 300)} (exit ${exitCode})`);
}
