import { join } from 'node:path';
import { z } from 'zod';
import { FlowError } from '../core/errors.ts';
import { PACKED_MANIFEST } from '../core/parity/packed-manifest.ts';
import { MAX_TOLERANCE, type ParityProblem } from '../core/parity/report.ts';
import type { QuantizationReport } from '../core/parity/quantization-report.ts';
import type { Backend } from '../../kernels/reference/backend.ts';
import { checkShape, type TernaryMatrix } from '../../kernels/reference/ternary.ts';
import { formatNamed } from '../../kernels/reference/formats/index.ts';
import { chooseTensors } from './choose-tensors.ts';
import { findFiles } from './find-files.ts';
import { boundedProblems, boundedWarnings } from './gate.ts';
import { openModel, type ModelFile } from './model-tensors.ts';
import { backendsReport, openBackends, wantedBackends } from './open-backends.ts';
import { readPackedFolder, type PackedFolder } from './packed-tensors.ts';
import { printable } from '../core/text.ts';
import { problemOf } from './problem-of.ts';
import { Progress, type ProgressStream } from './progress.ts';
import { QuantizationRun, SEED } from './quantization-run.ts';
import { seededMatrix } from './seeded.ts';
import type { TensorSource } from './tensor-source.ts';

/** What the gate asks for; defaults are the gate's. */
const askedSchema = z.object({
  root: z.string(),
  out: z.string().optional(),
  model: z.array(z.string().min(1, 'is empty: name a file')).default([]),
  master: z.string().min(1, 'is empty: name a file').optional(),
  formats: z.array(z.string()).min(1),
  tolerance: z.number().positive().max(MAX_TOLERANCE),
  all: z.boolean().default(false),
  /** A synthetic matrix instead of files; the CLI alone asks for it. */
  shape: z
    .string()
    .regex(/^[1-9]\d{0,8}x[1-9]\d{0,8}$/, 'is not rows and columns, such as 2560x6912')
    .optional(),
  backends: z.string().default('first'),
  tiles: z
    .string()
    .regex(/^[1-9]\d{0,4},[1-9]\d{0,4},[1-9]\d{0,4}$/, 'is not BM,BK,bm: three numbers above 0, such as 256,128,32')
    .transform((text) => {
      const [BM = 0, BK = 0, bm = 0] = text.split(',').map(Number);
      return { BM, BK, bm };
    })
    .optional(),
});

/** Measures the model files and packed tensors that a gate asks about. Nothing to judge is a report without subjects. */
export async function measureQuantization(asked: object, stream: ProgressStream): Promise<QuantizationReport> {
  const options = readAsked(asked);
  const formats = options.formats.map(formatNamed);
  const problems: ParityProblem[] = [];
  const warnings: string[] = [];
  const opened: ModelFile[] = [];
  const progress = new Progress('checking the model', stream);
  try {
    const subjects: string[] = [];
    for (const { path, name } of findFiles(options.root, options.model)) {
      subjects.push(name);
      try {
        const model = openModel(path, name, options.tiles, progress);
        opened.push(model);
        problems.push(...model.problems);
        warnings.push(...model.warnings);
      } catch (error) {
        problems.push(problemOf(error, name));
      }
    }
    progress.end();
    const models = [...opened];
    const packed = readManifest(options.out, subjects, problems);
    const master = openMaster(options, problems, progress);
    if (master !== undefined) opened.push(master);
    const sources = [
      ...(packed?.tensors ?? []),
      ...models.flatMap(({ tensors }) => tensors),
      ...(options.shape === undefined ? [] : [syntheticSource(options.shape, subjects)]),
    ];
    if (subjects.length > 0 && sources.length === 0 && problems.length === 0)
      problems.push({
        rule: 'no-ternary-tensor',
        subject: subjects.join(', '),
        message: 'none of its tensors has a ternary type',
        fix: 'give a model whose weights are I2_S, TL1, TL2, TQ1_0, TQ2_0 or Q2_0',
      });
    const byName = new Map<string, TensorSource[]>();
    for (const source of sources) byName.set(source.tensor, [...(byName.get(source.tensor) ?? []), source]);
    const references = new Map([...byName].map(([name, list]) => [name, referenceOf(list)]));
    const choice = chooseTensors(references, options.all);
    const backends = await openBackends(wantedBackends(options.backends));
    try {
      const measuring = new Progress('measuring', stream);
      let place = '';
      const say = (words: string): void => measuring.say(printable(`${place}${words}`, 120));
      const { tolerance } = options;
      const run = new QuantizationRun({
        formats,
        tolerance,
        backends: backends.open,
        problems,
        warnings,
        packed,
        master,
        say,
      });
      for (const [at, name] of choice.names.entries()) {
        place = choice.names.length === 1 ? '' : `tensor ${at + 1} of ${choice.names.length}, `;
        await run.tensor(byName.get(name)!, references.get(name)!);
      }
      measuring.end();
      problems.push(...run.withoutOutputs());
      warnings.push(...withoutSecondOpinion(sources, backends.open, run.comparisons));
      const { rows, sources: compared, masters, errors, measured, comparisons, probeRows } = run;
      const bounded = boundedProblems(problems);
      return {
        v: 1,
        measure: 'quantization',
        ok: problems.length === 0,
        subjects: subjects.slice(0, 1000),
        comparisons,
        backends: backendsReport(backends),
        ...bounded,
        warnings: boundedWarnings(warnings),
        tolerance: options.tolerance,
        asked: options.formats,
        tensors: { all: byName.size, measured, choice: choice.words },
        activations: {
          rows: probeRows,
          what: 'seeded Gaussian, int8 for each row; and one row of 127 and of -128 for integers',
        },
        formats: [...rows.values()],
        sources: compared.slice(0, 1000),
        masters: masters.slice(0, 1000),
        errors,
      };
    } finally {
      await backends.close();
    }
  } finally {
    progress.end();
    for (const model of opened) model.close();
  }
}

/** What was found equal to itself alone, in words: such numbers are right and prove little. */
export function withoutSecondOpinion(
  sources: readonly Pick<TensorSource, 'tensor' | 'source' | 'format'>[],
  backends: readonly Pick<Backend, 'id'>[],
  comparisons: number,
): string[] {
  if (comparisons === 0) return [];
  const files = new Set(sources.flatMap(({ source, format }) => (format === undefined ? [] : [source])));
  const alone = sources.every(({ format }) => format !== undefined) && files.size === 1;
  return [
    ...(alone
      ? [`${[...files][0]!} is the only source of its weights: that they are the right ones, nothing here can tell`]
      : []),
    ...(backends.every(({ id }) => id === 'reference')
      ? ['no backend but the reference was used, so its products were compared with themselves']
      : []),
  ];
}

type Options = z.infer<typeof askedSchema>;

function readAsked(asked: object): Options {
  const parsed = askedSchema.safeParse(asked);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const given = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], asked);
  const shown = given === undefined ? 'is missing' : printable(JSON.stringify(given), 100);
  throw new FlowError('bad-input', `${shown} ${message}`, {
    at: path.join('.'),
    fix: 'see docs/gate-quantization.md',
  });
}

function readManifest(
  out: string | undefined,
  subjects: string[],
  problems: ParityProblem[],
): PackedFolder | undefined {
  if (out === undefined) return undefined;
  try {
    const packed = readPackedFolder(join(out, PACKED_MANIFEST));
    if (packed !== undefined)
      subjects.push(packed.producer === undefined ? PACKED_MANIFEST : `${PACKED_MANIFEST} of ${packed.producer}`);
    return packed;
  } catch (error) {
    subjects.push(PACKED_MANIFEST);
    problems.push(problemOf(error, PACKED_MANIFEST));
    return undefined;
  }
}

/** A matrix whose codes follow from a seed: what formats and backends are compared on when there is no model. */
function syntheticSource(text: string, subjects: string[]): TensorSource {
  const [rows = 0, columns = 0] = text.split('x').map(Number);
  checkShape({ rows, columns });
  const source = `synthetic weights, seed ${SEED}`;
  subjects.push(source);
  const matrix = (): TernaryMatrix => seededMatrix({ rows, columns }, SEED);
  return { tensor: text, source, rows, columns, format: undefined, tiles: undefined, bytes: () => undefined, matrix };
}

/** The model before quantisation, where one was named. */
function openMaster({ root, master }: Options, problems: ParityProblem[], progress: Progress): ModelFile | undefined {
  if (master === undefined) return undefined;
  const [file] = findFiles(root, [master]);
  if (file === undefined) return undefined;
  const opened = openModel(file.path, file.name, undefined, progress);
  problems.push(...opened.problems);
  return opened;
}

/** The copy that others are judged by: codes that were never packed, else the first, which is the repository's dump before a model. */
function referenceOf(list: readonly TensorSource[]): TensorSource {
  return (
    list.find(({ format }) => format === undefined) ?? list.find(({ format }) => format?.id === 'i2_s') ?? list[0]!
  );
}
