import { byOperator, crossvalLine, type CrossvalReport, shortNumber } from '../../core/parity/crossval-report.ts';
import { FlowError } from '../../core/errors.ts';
import { printable } from '../../core/text.ts';
import { counted, type Outcome, table } from '../outcome.ts';
import { Progress, type ProgressStream } from '../progress.ts';
import { crossval, type CrossvalAsked, type CrossvalProgress } from './measure.ts';

/** `bitnet-flow crossval`: a dump against the oracle, for a person. */
export async function crossvalCommand(options: CrossvalAsked, stream: ProgressStream): Promise<Outcome> {
  if (options.model === undefined)
    throw new FlowError('bad-input', 'is not given', { at: '--model', fix: 'name a GGUF file' });
  const progress = stagedProgress(stream);
  try {
    const report = await crossval(options, progress);
    progress.end();
    return { ok: report.ok, lines: linesOf(report), json: report };
  } finally {
    progress.end();
  }
}

/** One line of progress for each stage, once it takes longer than two seconds. */
export function stagedProgress(stream: ProgressStream): CrossvalProgress & { readonly end: () => void } {
  let current: Progress | undefined;
  return {
    stage: (what) => {
      current?.end();
      current = new Progress(printable(what, 100), stream);
    },
    at: (done, all) => {
      if (all > 1e6) current?.at(done, all);
      else current?.say(`${done} of ${all}`);
    },
    end: () => current?.end(),
  };
}

/** A report on a terminal. */
export function linesOf(report: CrossvalReport): string[] {
  const { model, engine, backends, products, operators, moreOperators, flips, endToEnd, problems, warnings } = report;
  const lines: string[] = [];
  if (model !== undefined) {
    const activation = model.activation === 'relu2' ? 'squared ReLU' : 'SiLU';
    const codes = { int8: 'int8 activations', q8_k: 'Q8_K activations', none: 'float activations' }[model.codes];
    lines.push(
      `${printable(model.file, 80)}: ${model.architecture}, ${model.weights}, ${counted(model.layers, 'layer')}, ${activation}, ${codes}`,
    );
  }
  if (engine !== undefined)
    lines.push(
      `${printable(engine.program, 80)}: ${counted(engine.tensors, 'tensor')} of ${counted(engine.layers, 'layer')}, ${counted(engine.positions, 'position')}; the oracle multiplies on ${engine.oracle}`,
    );
  if (products.length > 0) lines.push('', ...productTable(report));
  // Backends that nobody asked for are no news.
  for (const { id, why } of backends.notUsed) if (why !== 'not asked for') lines.push(`${id} was not used: ${why}`);
  if (operators.length > 0) {
    lines.push('', ...operatorTable(report));
    if (moreOperators > 0) lines.push(`and ${counted(moreOperators, 'comparison')} more`);
  }
  if (flips !== undefined)
    lines.push(
      `int8 codes: ${counted(flips.flips, 'flip')} in ${counted(flips.codes, 'code')}, at most ${flips.limit} may flip`,
    );
  if (endToEnd?.engine !== undefined) lines.push('', ...endToEndLines(endToEnd));
  if (problems.length > 0) {
    lines.push('');
    for (const { subject, message, fix } of problems.slice(0, SHOWN)) {
      lines.push(`${subject}: ${message}`);
      if (fix !== undefined) lines.push(`    Fix: ${fix}`);
    }
    const more = problems.length + report.moreProblems - SHOWN;
    if (more > 0) lines.push(`and ${more} more`);
  }
  lines.push(...warnings.map((warning) => `warning: ${warning}`));
  return [...lines, '', `crossval: ${crossvalLine(report)}`];
}

const SHOWN = 20;
const BAR = 20;

/** An error on a logarithmic scale, from 1e-9 to 1. */
function bar(error: number): string {
  const share = error <= 0 ? 0 : (Math.log10(error) + 9) / 9;
  return '█'.repeat(Math.round(Math.min(1, Math.max(0, share)) * BAR));
}

function operatorTable({ operators }: CrossvalReport): string[] {
  const rows = byOperator(operators).map(({ words, comparisons, passed, worst, worstLayer, limit, flips }) => [
    words,
    `${passed}/${comparisons}`,
    worst === undefined ? (flips === undefined ? '-' : `${flips} flipped`) : shortNumber(worst),
    worst === undefined || worstLayer === undefined ? '' : String(worstLayer),
    limit === undefined ? '' : shortNumber(limit),
    worst === undefined ? '' : bar(worst),
  ]);
  return table(
    [['operator', 'pass', 'worst error', 'layer', 'limit', `1e-9 ${'to 1'.padStart(BAR - 5)}`], ...rows],
    [1, 2, 3, 4],
  );
}

function productTable({ products }: CrossvalReport): string[] {
  const names = [...new Set(products.map(({ backend }) => backend))];
  const rows = names.map((name) => {
    const own = products.filter(({ backend }) => backend === name);
    const equal = own.filter((product) => product.equal).length;
    return [name, `${equal}/${own.length}`, String(own.reduce((sum, { outputs }) => sum + outputs, 0))];
  });
  return table([['backend', 'tensors equal', 'integers compared'], ...rows], [1, 2]);
}

function endToEndLines({ engine, floor, limits, top1 }: NonNullable<CrossvalReport['endToEnd']>): string[] {
  const lines = table(
    [
      ['logits of the whole run', 'engine', 'noise floor', 'limit'],
      ...(
        [
          ['relative L2', 'relativeL2'],
          ['KL divergence', 'kl'],
        ] as const
      ).map(([words, key]) => [words, shortNumber(engine![key]), shortNumber(floor![key]), shortNumber(limits![key])]),
    ],
    [1, 2, 3],
  );
  if (top1 !== undefined)
    lines.push(
      `most likely token: equal at ${top1.equal} of ${counted(top1.positions, 'position')}, ${top1.unsure} within the noise, ${top1.wrong.length} wrong; the first ${top1.prefix} agree`,
    );
  return lines;
}
