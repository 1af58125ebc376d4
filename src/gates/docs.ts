import { allowsInput } from '../core/allowance.ts';
import { checkProblem, count, findingAnnotations, readCheck } from '../core/check-gate.ts';
import {
  declaredDocTests,
  docExamples,
  exampleLanguage,
  packageNameOf,
  type DocExample,
} from '../core/markdown/doc-examples.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type CommandResult, type GateObservation } from '../core/gate.ts';
import { LinkTree } from '../core/markdown/link-check.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import { parseLibtest } from '../core/parsers/libtest.ts';
import { listSetting } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';

const FILES = ['README.md', 'docs/**/*.md'];

export const docs = defineGate({
  name: 'docs',
  title: 'Documentation',
  description:
    'Relative links and anchors resolve, the documentation builds, and every example that claims to be tested runs.',
  inputs: allowsInput,
  numbers: {
    links: 'Relative links that resolve.',
    external: 'Links to other hosts; not fetched.',
    examples: 'Examples that ran and passed.',
    findings: 'Problems found.',
  },
  progress: { key: 'findings', better: 'lower' },
  collect: { commands: true, files: (profile) => ['**/*.md', 'package.json', ...profile.scopes.code] },
  evaluate(observation) {
    const globs = compileGlobs(listSetting(observation.profile, 'docs', 'files', FILES));
    const pages = observation.paths.filter(globs.matches);
    if (pages.length === 0) return plainResult('fail', 'docs', `no page in ${globs.patterns.join(' ')}`);
    const links = new LinkTree(observation.paths, observation.files).check(pages);
    const annotations: Annotation[] = links.problems.map((problem) =>
      annotate(
        'failure',
        problem.path,
        problem.line,
        'broken link',
        `${problem.target || 'reference'}: ${problem.problem}.`,
      ),
    );
    const judged = judgeable(observation, 'docs');
    // A profile may have nothing to run, and a package no examples: both are fine as long as none claims to be tested.
    const idle = observation.runs.every((run) => run.outcome !== 'missing-tool' && run.commands.length === 0);
    if (isResult(judged) && !idle) return judged;
    const commands = isResult(judged) ? [] : judged;

    const problems: string[] = [];
    let tested = { passed: 0, claimed: 0 };
    for (const step of new Set(commands.map((command) => command.step))) {
      const own = commands.filter((command) => command.step === step);
      const outcome = judgeStep(observation, pages, own);
      annotations.push(...outcome.annotations);
      if (outcome.problem !== undefined) problems.push(`${step}: ${outcome.problem}`);
      tested = { passed: tested.passed + outcome.passed, claimed: tested.claimed + outcome.claimed };
    }
    const claims = commands.length > 0 ? 0 : claimedExamples(observation, pages);
    if (claims > 0) problems.push(`${count(claims, 'example')} not run`);
    if (tested.passed < tested.claimed) problems.push(`${count(tested.claimed - tested.passed, 'example')} failed`);
    if (links.problems.length > 0) problems.push(count(links.problems.length, 'broken link'));
    const found = problems.length === 0 ? 0 : Math.max(annotations.length, problems.length);
    return {
      verdict: problems.length === 0 ? 'pass' : 'fail',
      evidence: [
        evidence('docs', problems.length === 0 ? 'complete' : problems.join(', ')),
        evidence(
          'links',
          links.problems.length === 0
            ? `${links.resolved} ok`
            : `${links.problems.length} broken of ${links.resolved + links.problems.length}`,
        ),
        evidence('examples tested', tested.claimed === 0 ? 'none declared' : `${tested.passed}/${tested.claimed}`),
      ],
      annotations,
      rows: [
        { item: 'pages', status: 'pass', detail: String(pages.length) },
        {
          item: 'links',
          status: links.problems.length === 0 ? 'pass' : 'fail',
          detail: `${links.resolved} resolve, ${links.problems.length} broken, ${links.external} external not fetched`,
        },
        {
          item: 'examples',
          status: tested.passed === tested.claimed ? 'pass' : 'fail',
          detail: `${tested.passed}/${tested.claimed}`,
        },
      ],
      numbers: { links: links.resolved, external: links.external, examples: tested.passed, findings: found },
    };
  },
});

/** Examples that claim to be tested. */
function claimed({ files, profile }: GateObservation, pages: readonly string[]): DocExample[] {
  return docExamples(files, pages, packageNameOf(files.get('package.json')), exampleLanguage(profile));
}

/** How many claim it, when nothing was run. */
function claimedExamples(observation: GateObservation, pages: readonly string[]): number {
  return claimed(observation, pages).length;
}

interface StepOutcome {
  readonly problem?: string;
  readonly passed: number;
  readonly claimed: number;
  readonly annotations: readonly Annotation[];
}

function judgeStep(
  observation: GateObservation,
  pages: readonly string[],
  commands: readonly CommandResult[],
): StepOutcome {
  const [first] = commands;
  if (first!.parser === 'doc-examples') return judgeExamples(observation, pages, commands);
  if (first!.parser === 'libtest') return judgeDocTests(observation, first!);
  const report = readCheck(first!);
  const problem =
    checkProblem(first!, report) ?? (report.findings.length > 0 ? count(report.findings.length, 'message') : undefined);
  return {
    ...(problem === undefined ? {} : { problem }),
    passed: 0,
    claimed: 0,
    annotations: findingAnnotations(report.findings),
  };
}

/** Every block that claims to be tested has a run of its own, found by page and line: none may be missing. */
function judgeExamples(
  observation: GateObservation,
  pages: readonly string[],
  commands: readonly CommandResult[],
): StepOutcome {
  const claims = claimed(observation, pages);
  const annotations: Annotation[] = [];
  let passed = 0;
  for (const claim of claims) {
    const run = commands.find((command) => command.example?.path === claim.path && command.example.line === claim.line);
    if (run?.exitCode === 0) passed++;
    else
      annotations.push(
        annotate('failure', claim.path, claim.line, 'example', run ? firstError(run) : 'This example was not run.'),
      );
  }
  return { passed, claimed: claims.length, annotations };
}

function firstError(run: CommandResult): string {
  const line = /^.*\b\w*Error\b.*$/m.exec(run.stderr)?.[0] ?? run.stderr.split('\n').find((text) => text.trim() !== '');
  return `exit ${run.exitCode}: ${line?.trim() ?? 'no message'}`;
}

function judgeDocTests(observation: GateObservation, command: CommandResult): StepOutcome {
  const report = parseLibtest(command.stdout, command.stderr, command.root);
  const declared = [...observation.files]
    .filter(([path]) => path.endsWith('.rs'))
    .reduce((sum, [, text]) => sum + declaredDocTests(text), 0);
  const claimed = report.passed + report.failed;
  const problem =
    report.problem ??
    (report.unloaded.length > 0
      ? count(report.unloaded.length, 'error')
      : command.truncated
        ? 'output over the limit'
        : command.exitCode !== 0 && report.failed === 0
          ? `exit ${command.exitCode} without a failed doc-test`
          : claimed === 0 && declared > 0
            ? `no doc-test ran, the sources declare ${declared}`
            : undefined);
  const annotations = report.tests
    .filter((test) => test.status === 'fail')
    .flatMap((test) => {
      const place = /^(.+?) - .*\(line (\d+)\)$/.exec(test.fullName);
      return place ? [annotate('failure', place[1]!, Number(place[2]), 'doc-test', test.fullName)] : [];
    });
  return { ...(problem === undefined ? {} : { problem }), passed: report.passed, claimed, annotations };
}
