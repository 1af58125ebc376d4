import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CrossvalReport,
  DEFAULT_TOLERANCE,
  followsWeights,
  NO_WEIGHTS,
} from '../../core/parity/crossval-report.ts';
import { FlowError } from '../../core/errors.ts';
import { MAX_TOLERANCE, type ParityProblem } from '../../core/parity/report.ts';
import { type FileSource, openFile } from '../../../kernels/gguf/byte-source.ts';
import type { GgufFile } from '../../../kernels/gguf/read.ts';
import { validateGguf } from '../../../kernels/gguf/validate.ts';
import { compareDump } from '../../../kernels/oracle/compare.ts';
import { hyperparameters } from '../../../kernels/oracle/hyperparameters.ts';
import { type ModelOptions, openModel } from '../../../kernels/oracle/open-model.ts';
import { ModelWeights } from '../../../kernels/oracle/weights.ts';
import type { OracleModel } from '../../../kernels/oracle/walk.ts';
import { type Backend, openReference } from '../../../kernels/reference/backend.ts';
import { ORACLE_PROGRAM } from '../dump/manifest.ts';
import { openDump, type OpenDump } from '../dump/open-dump.ts';
import { boundedProblems, boundedWarnings } from '../gate.ts';
import { backendsReport, openBackends, type WantedBackends } from '../open-backends.ts';
import { sha256Of } from './digest.ts';
import { compareProducts, labelOf, type Product, sampledTensors } from './products.ts';
import { comparisonProblems, comparisonReport } from './report.ts';

/** What is compared with what. */
export interface CrossvalAsked extends Omit<ModelOptions, 'backend'> {
  /** Path of a GGUF file. */
  readonly model?: string | undefined;
  /** Path of a dump folder. */
  readonly dump?: string | undefined;
  readonly tolerance?: number | undefined;
  readonly backends?: WantedBackends | undefined;
  /** What model and dump are called in the report; their paths, when it is left out. */
  readonly name?: string | undefined;
  readonly dumpName?: string | undefined;
}

/** Told how far the work is. */
export interface CrossvalProgress {
  readonly stage: (what: string) => void;
  readonly at: (done: number, all: number) => void;
}

interface Found {
  readonly problems: ParityProblem[];
  readonly warnings: string[];
  readonly products: Product[];
  readonly subjects: string[];
}

/** Compares all backends with the reference on a model's tensors, and an engine's dump with the oracle. */
export async function crossval(asked: CrossvalAsked, progress: CrossvalProgress): Promise<CrossvalReport> {
  const tolerance = asked.tolerance ?? DEFAULT_TOLERANCE;
  if (!(tolerance > 0 && tolerance <= MAX_TOLERANCE))
    throw new FlowError('bad-input', `is ${tolerance}`, {
      at: 'tolerance',
      fix: `state a number above 0 and of at most ${MAX_TOLERANCE}; ${DEFAULT_TOLERANCE} is right for single operators`,
    });
  const found: Found = { problems: [], warnings: [], products: [], subjects: [] };
  if (asked.model === undefined) return assemble(tolerance, found, NO_BACKENDS, {});
  const source = openFile(asked.model);
  try {
    return await withModel(asked, source, tolerance, found, progress);
  } finally {
    source.close();
  }
}

type Backends = CrossvalReport['backends'];
const NO_BACKENDS: Backends = { used: [], notUsed: [] };
type Own = Partial<
  Pick<CrossvalReport, 'model' | 'engine' | 'operators' | 'moreOperators' | 'flips' | 'endToEnd' | 'firstDivergence'>
> & {
  readonly comparisons?: number;
  readonly passed?: number;
};

async function withModel(
  asked: CrossvalAsked,
  source: FileSource,
  tolerance: number,
  found: Found,
  progress: CrossvalProgress,
): Promise<CrossvalReport> {
  found.subjects.push(asked.name ?? source.name);
  progress.stage(`checking ${source.name}`);
  const { file, refusals } = validateGguf(source, { onProgress: progress.at });
  for (const { field, reason, offset, rule } of refusals)
    found.problems.push({ rule, subject: source.name, message: `byte ${offset}, ${field}: ${reason}` });
  if (file === undefined || refusals.length > 0) return assemble(tolerance, found, NO_BACKENDS, {});

  const opened = await openBackends(asked.backends ?? 'all');
  try {
    const backends = backendsReport(opened);
    let model: OracleModel;
    try {
      model = openModel(file, { ...asked, backend: openReference() });
      progress.stage('multiplying on every backend');
      await allProducts(file, model, asked, opened.open, found, progress);
    } catch (error) {
      return assemble(tolerance, withError(found, error, source.name), backends, {});
    }
    const described = describeModel(file, model);
    const oracle = oracleBackend(opened.open, found.products);
    const own = await withDump({ ...asked, tolerance }, file, oracle, found, progress);
    return assemble(tolerance, found, backends, { model: described, ...own });
  } finally {
    await opened.close();
  }
}

/** A file at fault is a finding; only a question that cannot be asked ends the process. */
function withError(found: Found, error: unknown, subject: string): Found {
  if (!(error instanceof FlowError) || error.code === 'bug') throw error;
  const { message, at = subject, fix, code } = error;
  found.problems.push({ rule: code, subject: at, message, ...(fix === undefined ? {} : { fix }) });
  return found;
}

async function allProducts(
  file: GgufFile,
  model: OracleModel,
  asked: CrossvalAsked,
  open: readonly Backend[],
  found: Found,
  progress: CrossvalProgress,
): Promise<void> {
  const others = open.filter(({ id }) => id !== 'reference');
  if (others.length === 0) return;
  const weights = new ModelWeights(file, { ...asked, backend: openReference() });
  const tensors = sampledTensors(file, model.sizes.layers);
  for (const [done, tensor] of tensors.entries()) {
    const products = await compareProducts(
      tensor.name,
      tensor.type.name,
      weights.packed(tensor),
      others,
      (backend, why) =>
        found.warnings.push(`${labelOf(backend)} does not hold ${tensor.type.name} of this shape: ${why}`),
    );
    found.products.push(...products);
    for (const { backend, equal, difference } of products)
      if (!equal)
        found.problems.push({
          rule: 'product',
          subject: tensor.name,
          message: `${backend} differs from the reference: ${difference}`,
          fix: 'an integer product is exact in any order; this backend decodes or sums wrongly',
        });
    progress.at(done + 1, tensors.length);
  }
}

/**
 * What multiplies for the oracle: CUDA or WASM, if it was equal to the reference on every tensor it was tried on, and held all of them. Modes of
 * gpu.js are judged and not used, for most of them are slower than the reference on a large matrix.
 */
function oracleBackend(open: readonly Backend[], products: readonly Product[]): Backend {
  const tensors = new Set(products.map(({ tensor }) => tensor)).size;
  const sound = open.find((backend) => {
    const own = products.filter((product) => product.backend === labelOf(backend));
    const usable = backend.id === 'cuda' || backend.id === 'wasm';
    return usable && own.length === tensors && own.length > 0 && own.every(({ equal }) => equal);
  });
  return sound ?? openReference();
}

function describeModel(
  file: GgufFile,
  { sizes, activation, codes }: OracleModel,
): NonNullable<CrossvalReport['model']> {
  return {
    file: file.source.name,
    architecture: file.architecture,
    weights: file.tensors.find(({ name }) => name === 'blk.0.attn_q.weight')?.type.name ?? 'none',
    layers: sizes.layers,
    activation,
    codes,
  };
}

async function withDump(
  asked: CrossvalAsked & { readonly tolerance: number },
  file: GgufFile,
  backend: Backend,
  found: Found,
  progress: CrossvalProgress,
): Promise<Own> {
  const { dump: folder, tolerance } = asked;
  if (folder === undefined) return {};
  const shown = asked.dumpName ?? folder;
  found.subjects.push(shown);
  const { layers } = hyperparameters(file);
  let opened: OpenDump;
  try {
    if (!existsSync(folder))
      throw new FlowError('refused', 'there is no such folder', {
        at: shown,
        fix: 'let the engine dump into it first; docs/crossval.md shows what',
      });
    opened = openDump(folder, layers);
    checkModelDigest(opened, file, progress);
    const model = openModel(file, { ...asked, backend });
    progress.stage(`comparing ${opened.manifest.tensors.length} tensors of ${opened.manifest.program.name}`);
    const comparison = await compareDump(model, opened.dump, { tolerance, onProgress: progress.at });
    found.problems.push(...comparisonProblems(comparison, { tolerance }));
    const own = comparisonReport(comparison);
    if (!followsWeights({ operators: own.operators, endToEnd: own.endToEnd }))
      found.problems.push({
        rule: 'no-weights',
        subject: shown,
        message: NO_WEIGHTS,
        fix: 'dump the logits, or outputs of layers, such as blk.0.q',
      });
    const { program, tokens, tensors } = opened.manifest;
    if (program.name === ORACLE_PROGRAM)
      found.warnings.push(`${shown} was made by the oracle itself: it shows what a dump is, and proves no engine`);
    return {
      engine: {
        program: [program.name, program.version, program.commit]
          .filter((text) => text !== undefined)
          .join(' ')
          .slice(0, 300),
        positions: tokens.length,
        tensors: tensors.length,
        layers: opened.dump.layers.length,
        oracle: `${backend.id} (${backend.device})`,
      },
      ...own,
      comparisons: comparison.comparisons,
      passed: comparison.passed,
    };
  } catch (error) {
    withError(found, error, join(shown, 'dump.json'));
    return {};
  }
}

/** A dump that says of which model it is must be of this one. */
function checkModelDigest({ manifest }: OpenDump, { source }: GgufFile, progress: CrossvalProgress): void {
  const { sha256 } = manifest.model;
  if (sha256 === undefined) return;
  progress.stage(`hashing ${source.name}`);
  const seen = sha256Of(source, progress.at);
  if (seen !== sha256)
    throw new FlowError(
      'refused',
      `is of a model with the sha256 ${sha256.slice(0, 16)}…; ${source.name} has ${seen.slice(0, 16)}…`,
      {
        at: 'dump.json, model.sha256',
        fix: 'dump with the same model file that is compared',
      },
    );
}

function assemble(tolerance: number, found: Found, backends: Backends, own: Own): CrossvalReport {
  const { comparisons = 0, passed = 0, ...rest } = own;
  const all = comparisons + found.products.length;
  if (found.problems.length === 0 && all === 0 && found.subjects.length > 1)
    found.problems.push({
      rule: 'nothing-compared',
      subject: found.subjects.at(-1)!,
      message: 'not one comparison was made',
      fix: 'dump outputs or logits',
    });
  const { problems, moreProblems } = boundedProblems(found.problems);
  return {
    v: 1,
    measure: 'crossval',
    ok: found.problems.length === 0,
    subjects: found.subjects.map((subject) => subject.slice(-300)),
    comparisons: all,
    passed: passed + found.products.filter(({ equal }) => equal).length,
    backends,
    problems,
    moreProblems,
    warnings: boundedWarnings(found.warnings),
    tolerance,
    products: found.products.slice(0, 200),
    operators: [],
    moreOperators: 0,
    ...rest,
  };
}
