import { z } from 'zod';
import { count } from '../core/check-gate.ts';
import { joinSides } from '../core/parity/crossval-join.ts';
import { crossvalPicture } from '../core/parity/crossval-picture.ts';
import {
  byOperator,
  crossvalFaults,
  crossvalLine,
  type CrossvalReport,
  crossvalReportSchema,
  DEFAULT_TOLERANCE,
  shortNumber,
} from '../core/parity/crossval-report.ts';
import { FlowError } from '../core/errors.ts';
import { evidence, type Evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type CommandResult, type GateResult } from '../core/gate.ts';
import { input } from '../core/input.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import { readParityReport } from '../core/parity/report.ts';
import { settingReader, statedTolerance } from '../core/parity/settings.ts';
import type { Profile } from '../core/profile.ts';
import { repositorySide } from '../core/receipts/repository-side.ts';

const inputs = z.object({
  model: input
    .text(400)
    .optional()
    .describe("Model file (GGUF): a path, or a glob that finds one. Empty: the profile's. A plain path must be there."),
  dump: input
    .text(400)
    .optional()
    .describe('Folder in which the engine left what it computed: `dump.json` and tensors, see docs/crossval.md.'),
  tolerance: input
    .text(20)
    .optional()
    .describe('Largest error of an operator on the same inputs, over its largest output. Empty: 1e-5.'),
  activation: input
    .text(10)
    .optional()
    .describe('`relu2` or `silu`, of the feed-forward block. Empty: what the file states.'),
  codes: input
    .text(10)
    .optional()
    .describe("What linear layers make of activations: `int8`, `q8_k` or `none`. Empty: the weight type's own."),
  i2s: input
    .text(12)
    .optional()
    .describe('How the bytes of I2_S lie: `i2_s`, `i2_s_arm64` or `i2_s_rows`. Empty: i2_s.'),
  backends: input
    .text(100)
    .optional()
    .describe('What multiplies: `all` that work, or names by commas of gpujs, cuda, wasm, reference. Empty: all.'),
});

const CHOICES = {
  activation: ['relu2', 'silu'],
  codes: ['int8', 'q8_k', 'none'],
  i2s: ['i2_s', 'i2_s_arm64', 'i2_s_rows'],
} as const;

/** gate-crossval: whether an engine computes what the model says, operator by operator, judged by a BitNet of our own. */
export const crossval = defineGate({
  name: 'crossval',
  title: 'Cross-validation',
  description:
    "Holds an engine's dumped outputs against an independent BitNet, teacher-forced, and names the first layer and operator that diverge",
  inputs,
  numbers: {
    comparisons: 'Comparisons that were made.',
    passed: 'Comparisons within their limit.',
    failed: 'Comparisons over their limit, tensors that could not be compared, faults of receipts.',
    'worst-error': 'Largest error of an operator, over its largest output.',
    'relative-l2': 'Relative L2 of the logits of the whole run.',
    receipts: "Receipts of the repository's own cross-validation that were read.",
    'receipt-comparisons': 'Comparisons with the C++ reference that those receipts have numbers of.',
    'parity-tests': 'Tests of parity that passed, by the logs of the commands that wrote the receipts.',
  },
  progress: { key: 'failed', better: 'lower' },
  collect: { commands: true, files: receiptGlobs },
  parity(settings, given) {
    const setting = settingReader(settings, given);
    const text = (name: string): Record<string, string> => {
      const value = setting(name);
      return value === undefined || value === '' ? {} : { [name]: String(value) };
    };
    const choice = (name: keyof typeof CHOICES): Record<string, string> => {
      const chosen = text(name);
      const allowed: readonly string[] = CHOICES[name];
      if (chosen[name] === undefined || allowed.includes(chosen[name])) return chosen;
      throw new FlowError('bad-input', `${name} is ${JSON.stringify(chosen[name])}`, {
        at: name,
        fix: `give ${allowed.join(', ')}`,
      });
    };
    return {
      ...text('model'),
      ...text('dump'),
      tolerance: statedTolerance(setting('tolerance'), DEFAULT_TOLERANCE),
      ...choice('activation'),
      ...choice('codes'),
      ...choice('i2s'),
      backends: String(setting('backends') ?? 'all') || 'all',
    };
  },
  evaluate(observation) {
    const commands = judgeable(observation, 'crossval');
    if (isResult(commands)) return commands;
    const receipts = commands.filter(({ parser }) => parser === RECEIPTS);
    const measured = commands.filter(({ parser }) => parser !== RECEIPTS);
    if (receipts.length === 0) return independentCheck(measured);
    const repository = repositorySide(receipts, observation.sha, observation.files);
    return joinSides(repository, measured.length === 0 ? undefined : independentCheck(measured));
  },
});

/** The parser of commands that leave what the repository's own cross-validation says. */
const RECEIPTS = 'crossval-receipts';

/** Receipts that are committed where a command writes its own: a copy of one is no measurement. */
function receiptGlobs(profile: Profile): string[] {
  const steps = (profile.gates.crossval?.methods ?? []).flatMap((method) => method.steps);
  const globs = steps.filter(({ parser }) => parser === RECEIPTS).flatMap(({ reports }) => reports ?? []);
  return [...new Set(globs.filter((glob) => !glob.startsWith('{')))];
}

function independentCheck(commands: readonly CommandResult[]): GateResult {
  const read = readParityReport(commands, crossvalReportSchema);
  if ('unreadable' in read) return plainResult('fail', 'crossval', read.unreadable);
  return judge(read.report);
}

function judge(report: CrossvalReport): GateResult {
  const { subjects, problems, moreProblems, engine } = report;
  if (subjects.length === 0 && problems.length === 0)
    return plainResult('skipped', 'crossval', 'no model file to judge', 'n/a-surface');
  const faults = crossvalFaults(report);
  const failed = Math.max(problems.length + moreProblems, faults.length);
  const verdict = failed > 0 ? 'fail' : engine === undefined ? 'skipped' : 'pass';
  return {
    verdict,
    ...(verdict === 'skipped' ? { reason: 'no-cpp-reference' as const } : {}),
    evidence: evidenceOf(report, faults),
    annotations: annotationsOf(report, faults),
    rows: rowsOf(report, faults),
    ...(report.operators.some(({ error }) => error !== undefined) ? { picture: crossvalPicture(report) } : {}),
    numbers: numbersOf(report, failed),
  };
}

function evidenceOf(report: CrossvalReport, faults: readonly string[]): Evidence[] {
  const { engine, endToEnd, model, tolerance, problems } = report;
  const fault = problems.length === 0 && faults.length > 0 ? `${faults[0]!}; ` : '';
  return [
    evidence('crossval', `${fault}${crossvalLine(report)}`),
    ...(engine === undefined
      ? []
      : [
          evidence(
            'engine',
            `${engine.program}: ${count(engine.tensors, 'tensor')} of ${count(engine.layers, 'layer')}, ${count(engine.positions, 'position')}; teacher-forced, ${shortNumber(tolerance)} for single operators`,
          ),
        ]),
    ...(endToEnd?.engine === undefined
      ? []
      : [
          evidence(
            'end to end',
            `relative L2 ${shortNumber(endToEnd.engine.relativeL2)} (limit ${shortNumber(endToEnd.limits!.relativeL2)}), KL ${shortNumber(endToEnd.engine.kl)}, top-1 equal ${endToEnd.top1!.equal}/${endToEnd.top1!.positions}`,
          ),
        ]),
    ...(model === undefined
      ? []
      : [
          evidence(
            'model',
            `${model.file}: ${model.weights}, ${count(model.layers, 'layer')}, ${model.activation}, ${model.codes}`,
          ),
        ]),
    ...(report.backends.used.length === 0 ? [] : [evidence('computed by', methodOf(report))]),
  ];
}

/** Backends in the order in which a gate prefers them. */
const ORDER: readonly string[] = ['gpujs', 'cuda', 'wasm', 'reference'];

/** Modes of gpu.js, such as `gpujs-webasm`, stand where gpu.js does. */
const placeInOrder = (id: string): number => ORDER.indexOf(id.split('-')[0]!);

/** What a backend says that nobody asked for; that is no reason to tell. */
const NOT_ASKED = 'not asked for';

/** `method:wasm (SIMD); not gpujs: no GPU`. */
function methodOf({ backends: { used, notUsed } }: CrossvalReport): string {
  const at = placeInOrder(used[0]?.id ?? '');
  const earlier = notUsed
    .filter(({ id, why }) => placeInOrder(id) <= at && why !== NOT_ASKED)
    .map(({ id, why }) => `not ${id}: ${why}`);
  return [`method:${used.map(({ id, device }) => `${id} (${device})`).join(', ')}`, ...earlier].join('; ');
}

function annotationsOf({ problems, warnings, subjects }: CrossvalReport, faults: readonly string[]): Annotation[] {
  const [model = ''] = subjects;
  const path = /^[\w][\w./-]*$/.test(model) ? model : '.github';
  const named = problems.map(({ rule, subject, message, fix }) =>
    annotate(
      'failure',
      path,
      1,
      `crossval: ${rule}`,
      `${subject}: ${message}${fix === undefined ? '' : `. Fix: ${fix}`}`,
    ),
  );
  const bare = named.length > 0 ? [] : faults.map((fault) => annotate('failure', path, 1, 'crossval', fault));
  return [...named, ...bare, ...warnings.map((warning) => annotate('warning', path, 1, 'crossval', warning))];
}

function rowsOf(report: CrossvalReport, faults: readonly string[]): GateResult['rows'] {
  const { operators, products, endToEnd, flips, problems } = report;
  const status = (ok: boolean): string => (ok ? 'pass' : 'fail');
  const named = problems.map(({ rule, subject, message }) => ({
    item: rule,
    status: 'fail',
    detail: `${subject}: ${message}`,
  }));
  const bare = named.length > 0 ? [] : faults.map((fault) => ({ item: 'report', status: 'fail', detail: fault }));
  const perOperator = byOperator(operators).map(({ words, comparisons, passed, worst, worstLayer, limit, flips }) => ({
    item: words,
    status: status(passed === comparisons),
    detail:
      `${passed}/${comparisons} within the limit` +
      (worst === undefined
        ? ''
        : `; worst ${shortNumber(worst)} of ${shortNumber(limit ?? 0)}${worstLayer === undefined ? '' : ` in layer ${worstLayer}`}`) +
      (flips === undefined ? '' : `; ${count(flips, 'flip')}`),
  }));
  const backends = [...new Set(products.map(({ backend }) => backend))].map((id) => {
    const own = products.filter(({ backend }) => backend === id);
    const equal = own.filter((product) => product.equal).length;
    return {
      item: `${id} against the reference`,
      status: status(equal === own.length),
      detail: `integer products of ${equal}/${own.length} tensors equal`,
    };
  });
  return [
    ...named.slice(0, 20),
    ...bare,
    ...perOperator,
    ...(flips === undefined
      ? []
      : [
          {
            item: 'int8 codes',
            status: status(flips.ok),
            detail: `${flips.flips} of ${flips.codes} flipped; ${flips.limit} may`,
          },
        ]),
    ...(endToEnd === undefined ? [] : [endToEndRow(endToEnd)]),
    ...backends,
    ...report.backends.notUsed
      .filter(({ why }) => why !== NOT_ASKED)
      .map(({ id, why }) => ({ item: `${id} was not used`, status: 'not run', detail: why })),
  ];
}

function endToEndRow({ ok, unusable, engine, floor, limits, top1 }: NonNullable<CrossvalReport['endToEnd']>) {
  const detail =
    engine === undefined || floor === undefined || limits === undefined || top1 === undefined
      ? (unusable ?? 'not measured')
      : `relative L2 ${shortNumber(engine.relativeL2)} of ${shortNumber(limits.relativeL2)}, noise floor ${shortNumber(floor.relativeL2)}; ` +
        `KL ${shortNumber(engine.kl)} of ${shortNumber(limits.kl)}; top-1 equal at ${top1.equal} of ${top1.positions}, ${top1.unsure} within the noise; ` +
        `the first ${top1.prefix} agree`;
  return { item: 'logits, end to end', status: ok ? 'pass' : 'fail', detail };
}

function numbersOf(
  { operators, endToEnd, comparisons, passed }: CrossvalReport,
  failed: number,
): Record<string, number> {
  const errors = operators.flatMap(({ error }) => (error === undefined ? [] : [error]));
  return {
    comparisons,
    passed,
    failed,
    ...(errors.length === 0 ? {} : { 'worst-error': errors.reduce((a, b) => Math.max(a, b), 0) }),
    ...(endToEnd?.engine === undefined ? {} : { 'relative-l2': endToEnd.engine.relativeL2 }),
  };
}
