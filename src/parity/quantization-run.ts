import type { ParityProblem } from '../core/parity/report.ts';
import type { FormatRow, QuantizationReport } from '../core/parity/quantization-report.ts';
import type { Backend } from '../../kernels/reference/backend.ts';
import { detectLayout } from '../../kernels/reference/detect/detect.ts';
import { accuracy, codeFidelity } from '../../kernels/reference/fidelity.ts';
import type { TernaryFormat } from '../../kernels/reference/format.ts';
import { distance } from '../../kernels/reference/metrics.ts';
import { floatOutputs } from '../../kernels/reference/outputs.ts';
import type { TernaryMatrix } from '../../kernels/reference/ternary.ts';
import { diagnoseCodes } from './diagnose-codes.ts';
import {
  emptyRow,
  limitProblems,
  type GivenBytes,
  type Measured,
  measureFormat,
  mergeRows,
  noErrors,
  type Truth,
  truthOf,
} from './measure-format.ts';
import type { ModelFile } from './model-tensors.ts';
import type { PackedFolder } from './packed-tensors.ts';
import { problemOf } from './problem-of.ts';
import { seededProbe } from './seeded.ts';
import type { TensorSource } from './tensor-source.ts';

/** What tensors are measured in and with; problems and warnings are added to. */
export interface RunWorld {
  readonly formats: readonly TernaryFormat[];
  /** Of A2. */
  readonly tolerance: number;
  readonly backends: readonly Backend[];
  readonly problems: ParityProblem[];
  readonly warnings: string[];
  readonly packed: PackedFolder | undefined;
  readonly master: ModelFile | undefined;
  /** Told what is measured next. */
  readonly say: (words: string) => void;
}

/** What synthetic weights and activations follow from. */
export const SEED = 20_251_120;

/** The measurement of tensors, one after the other; what it finds is put together over all of them. */
export class QuantizationRun {
  readonly rows: Map<string, FormatRow> = new Map();
  readonly sources: QuantizationReport['sources'] = [];
  readonly masters: QuantizationReport['masters'] = [];
  readonly errors = noErrors();
  measured = 0;
  comparisons = 0;
  probeRows = 0;
  private readonly world: RunWorld;
  private readonly detected = new Set<string>();

  constructor(world: RunWorld) {
    this.world = world;
  }

  async tensor(copies: readonly TensorSource[], reference: TensorSource): Promise<void> {
    const subject = `${reference.source}, ${reference.tensor}`;
    let matrix: TernaryMatrix;
    let bytes: Uint8Array | undefined;
    try {
      bytes = reference.bytes();
      matrix = reference.matrix(bytes);
    } catch (error) {
      this.world.problems.push(problemOf(error, subject));
      return;
    }
    this.detect(reference, bytes, copies.length > 1);
    const good = new Map<string, GivenBytes>();
    const keep = (copy: TensorSource, own: Uint8Array | undefined): void => {
      if (copy.format !== undefined && own !== undefined && !good.has(copy.format.id))
        good.set(copy.format.id, { bytes: own, tiles: copy.tiles });
    };
    keep(reference, bytes);
    for (const copy of copies) if (copy !== reference) this.compare(copy, reference, bytes, matrix, keep);
    if (copies.length === 1 && this.world.packed?.tensors.includes(reference) === true)
      this.world.problems.push({
        rule: 'no-second-source',
        subject,
        message:
          'is packed once and there is nothing to compare it with: a decoder agrees with itself whatever the bytes are',
        fix: 'list the same tensor in a second format, as int8 codes, or as f32 with its quantizer',
      });

    const truth = truthOf(subject, matrix, seededProbe(matrix, SEED));
    this.probeRows = Math.max(this.probeRows, truth.probe.rows);
    this.measured++;
    const accuracies = new Map<string, FormatRow>();
    for (const format of this.world.formats) {
      this.world.say(`${subject} in ${format.name}`);
      const { row, problems } = await this.inFormat(format, truth, good.get(format.id));
      this.world.problems.push(...problems, ...limitProblems(row, this.world.tolerance, subject));
      if (row.tensors > 0) this.comparisons += 1 + row.backends.length;
      if (row.outputs > 0 && format.scale.type === 'f32') accuracies.set(format.name, row);
      const before = this.rows.get(format.id);
      this.rows.set(format.id, before === undefined ? row : mergeRows(before, row));
    }
    this.agree(subject, accuracies);
    this.againstMaster(reference.tensor, truth);
  }

  /** Formats of which no output was measured: zeros decode and multiply exactly whatever a program does, and prove nothing. */
  withoutOutputs(): ParityProblem[] {
    return [...this.rows.values()]
      .filter(({ tensors, outputs }) => tensors > 0 && outputs === 0)
      .filter(({ backends, notComputed }) => backends.length > 0 || notComputed.length > 0)
      .map(({ name, backends, notComputed: [first] }) =>
        backends.length === 0
          ? {
              rule: 'not-computed',
              subject: name,
              message: `no backend computed it; ${first!.backend}: ${first!.why}`,
              fix: 'name a backend that holds it, such as wasm, or leave the format out',
            }
          : {
              rule: 'no-output',
              subject: name,
              message: 'no output was measured: every weight is 0, or rows have several scales',
              fix: 'give a model with weights; docs/gate-quantization.md says what is measured',
            },
      );
  }

  private async inFormat(format: TernaryFormat, truth: Truth, given: GivenBytes | undefined): Promise<Measured> {
    try {
      return await measureFormat(format, truth, this.world.backends, this.errors, given);
    } catch (error) {
      // The format cannot hold the scales of this tensor.
      return { row: emptyRow(format), problems: [problemOf(error, `${truth.subject} in ${format.name}`)] };
    }
  }

  /** A second source of the same tensor: the one comparison that says something about the bytes in a file. */
  private compare(
    copy: TensorSource,
    reference: TensorSource,
    own: Uint8Array | undefined,
    matrix: TernaryMatrix,
    keep: (copy: TensorSource, bytes: Uint8Array | undefined) => void,
  ): void {
    const subject = `${copy.source}, ${copy.tensor}`;
    try {
      if (copy.rows !== matrix.rows || copy.columns !== matrix.columns) {
        const shapes = `${copy.rows} x ${copy.columns}, in ${reference.source} ${matrix.rows} x ${matrix.columns}`;
        this.world.problems.push({ rule: 'other-shape', subject, message: `is ${shapes}` });
        return;
      }
      const bytes = copy.bytes();
      const decoded = copy.matrix(bytes);
      const fidelity = codeFidelity(decoded, matrix, copy.format?.scale.type ?? 'f32');
      this.comparisons++;
      this.sources.push({
        tensor: copy.tensor.slice(0, 200),
        source: copy.source.slice(0, 300),
        format: copy.format?.name ?? 'codes',
        against: reference.source.slice(0, 300),
        weights: matrix.codes.length,
        wrongCodes: fidelity.wrongCodes,
        wrongScales: fidelity.wrongScales,
      });
      const { format, tiles } = copy;
      const problem = diagnoseCodes(subject, { format, tiles, bytes }, matrix, fidelity);
      if (problem === undefined) return keep(copy, bytes);
      const swapped =
        problem.rule === 'other-weights' ? this.reread(reference, own, copy.source, decoded, matrix) : undefined;
      this.world.problems.push(swapped ?? { ...problem, message: `against ${reference.source}: ${problem.message}` });
    } catch (error) {
      this.world.problems.push(problemOf(error, subject));
    }
  }

  /** Whether the reference's bytes, in another layout, are the copy's weights: then it is the reference that is called by a wrong name. */
  private reread(
    { source, tensor, format, tiles }: TensorSource,
    bytes: Uint8Array | undefined,
    other: string,
    copy: TernaryMatrix,
    matrix: TernaryMatrix,
  ): ParityProblem | undefined {
    const problem = diagnoseCodes(`${source}, ${tensor}`, { format, tiles, bytes }, copy, codeFidelity(matrix, copy));
    return problem === undefined || !READINGS.includes(problem.rule)
      ? undefined
      : { ...problem, message: `against ${other}: ${problem.message}` };
  }

  /** Formats with f32 scales hold the same numbers, so they must give the same accuracy, to the last bit. */
  private agree(subject: string, rows: ReadonlyMap<string, FormatRow>): void {
    const [[first, one] = [undefined, undefined], ...others] = rows;
    for (const [name, other] of others)
      if (other.median !== one!.median || other.worst !== one!.worst)
        this.world.problems.push({
          rule: 'formats-disagree',
          subject,
          message: `accuracy is ${one!.median} in ${first} and ${other.median} in ${name}, and they hold one matrix`,
        });
  }

  /** What the bytes themselves say of their layout, for the first tensor of each file and format: a warning, never a verdict. */
  private detect(
    { source, tensor, format, tiles, rows, columns }: TensorSource,
    bytes: Uint8Array | undefined,
    second: boolean,
  ): void {
    if (format === undefined || bytes === undefined || rows * columns > MAX_DETECT) return;
    const key = `${source} ${format.id}`;
    if (this.detected.has(key)) return;
    this.detected.add(key);
    const answer = detectLayout({ bytes, shape: { rows, columns }, ...(tiles === undefined ? {} : { tiles }) });
    if (answer.certainty === 'likely' && !answer.layouts.includes(format.id))
      this.world.warnings.push(
        `${source}, ${tensor}: the bytes look like ${answer.layouts.join(', ')}, not ${format.id}`,
      );
    // A second source decides what the bytes do not say.
    if (answer.certainty === 'undecidable' && second) return;
    if (answer.certainty === 'undecidable' && answer.layouts.length > 1)
      this.world.warnings.push(
        `${source}, ${tensor}: from the bytes alone the layout is undecidable (${answer.layouts.join(', ')}); it would be decided by ${answer.wouldDecide[0]}`,
      );
    for (const warning of answer.warnings) this.world.warnings.push(`${source}, ${tensor}: ${warning}`);
  }

  /** Against the weights before quantisation, where somebody gave them: shown, and no limit holds. */
  private againstMaster(tensor: string, truth: Truth): void {
    const { matrix, probe, products } = truth;
    try {
      const weights = this.world.packed?.floats.get(tensor)?.() ?? this.masterFloats(tensor, matrix);
      if (weights === undefined || matrix.scale.per !== 'tensor') return;
      const wanted = floatOutputs(weights, matrix, probe.floats, probe.rows);
      const divisors = (probe.activations.scale as { divisors: Float32Array }).divisors;
      const y = wanted.map((_, i) => (products[i]! * matrix.scale.values[0]!) / divisors[Math.floor(i / matrix.rows)]!);
      const measures = distance(y, wanted);
      this.masters.push({
        tensor: tensor.slice(0, 200),
        cosine: measures.cosine,
        relativeL2: measures.relativeL2,
        signs: measures.signAgreement,
        accuracy: accuracy(measures),
      });
    } catch (error) {
      this.world.problems.push(problemOf(error, `master, ${tensor}`));
    }
  }

  private masterFloats(tensor: string, { rows, columns }: TernaryMatrix): Float32Array | undefined {
    const { master, warnings } = this.world;
    if (master === undefined) return undefined;
    const floats = master.floats(tensor, rows, columns);
    if (floats === undefined)
      warnings.push(`${master.name} has no ${tensor} of ${rows} x ${columns} in F32, F16 or BF16`);
    return floats;
  }
}

/** Problems that another reading of the same bytes explains. */
const READINGS: readonly string[] = ['swapped-layout', 'mirrored-bits', 'wrong-tiles'];

/** Weights up to which every layout is tried on a tensor. */
const MAX_DETECT = 1 << 22;
