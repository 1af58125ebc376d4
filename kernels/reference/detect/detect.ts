import { FlowError } from '../../../src/core/errors.ts';
import type { TileSizes } from '../format.ts';
import { formats } from '../formats/index.ts';
import { type Shape, checkShape } from '../ternary.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { claimOf, otherTypesOfSize } from './spans.ts';
import { rankAgreement } from './structure.ts';

/** What is known of a matrix whose layout is asked for. */
export interface LayoutQuestion {
  readonly bytes: Uint8Array;
  readonly shape: Shape;
  /** Tile sizes, without which TL1 and TL2 cannot be read. */
  readonly tiles?: TileSizes;
  /** Type number in the GGUF file: a claim, which is compared with the bytes and never believed. */
  readonly typeId?: number;
  readonly architecture?: string;
  /**
   * Something known of each input column from elsewhere that its share of zeros should go with, such as the weights of
   * the norm in front of it: the only evidence between layouts that merely order the columns differently.
   */
  readonly profile?: ArrayLike<number>;
}

/** Which layouts the bytes can have. */
export interface LayoutAnswer {
  /**
   * `only`: every other known layout is refuted by the bytes. `likely`: more than one is possible, and one shows
   * structure that the others blur. `undecidable`: `layouts` are all possible and nothing here tells them apart.
   * `none`: no known layout fits.
   */
  readonly certainty: 'only' | 'likely' | 'undecidable' | 'none';
  readonly layouts: readonly string[];
  /** All layouts, the likeliest first, each with its reasons. */
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly string[];
  /** What would tell the remaining layouts apart. */
  readonly wouldDecide: readonly string[];
}

/** A lead of this many standard deviations, and by this factor, is taken for structure. */
const LEAD = { deviations: 10, factor: 1.5 };
const PROFILE = { deviations: 8, factor: 2 };
const NAMED_I2_S: readonly string[] = ['i2_s', 'i2_s_arm64', 'i2_s_rows'];

/** Says which layouts bytes of a known shape can have, and why; it names no winner where the bytes do not tell. */
export function detectLayout(question: LayoutQuestion): LayoutAnswer {
  const { bytes, shape, tiles, profile } = question;
  checkShape(shape);
  if (profile !== undefined && profile.length !== shape.columns) {
    throw new FlowError('bad-input', `a profile of ${profile.length} values for ${shape.columns} columns`, {
      at: 'profile',
    });
  }
  const judged = formats.map((format) => candidateOf(format, bytes, shape, tiles));
  const possible = judged.filter((candidate) => candidate.possible);
  const remaining = byProfile(byStructure(possible), profile);
  const outdone = possible.filter((candidate) => !remaining.includes(candidate)).sort((a, b) => excess(b) - excess(a));
  const candidates = [...remaining, ...outdone, ...judged.filter((candidate) => !candidate.possible)];
  const certainty =
    possible.length === 0 ? 'none' : possible.length === 1 ? 'only' : remaining.length === 1 ? 'likely' : 'undecidable';
  const layouts = remaining.map((candidate) => candidate.id);
  return {
    certainty,
    layouts,
    candidates,
    warnings: [
      ...(remaining.length > 0 ? remaining : candidates).flatMap((candidate) => candidate.warnings),
      ...claimWarnings(question, remaining),
      ...mixUps(layouts, certainty),
    ],
    wouldDecide: remaining.length < 2 ? [] : wouldDecide(remaining, tiles, profile),
  };
}

/** Those whose rows and columns differ about as much as in the reading where they differ most. */
function byStructure(possible: Candidate[]): Candidate[] {
  const best = Math.max(...possible.map(excess));
  return possible.filter(({ structure }) => {
    if (structure === undefined) return true;
    const lead = best - structure.excess;
    return lead < LEAD.deviations * structure.noise || best < LEAD.factor * structure.excess;
  });
}

/** Those whose columns go with the profile, when one reading's do and the others' do not. */
function byProfile(remaining: Candidate[], profile: ArrayLike<number> | undefined): Candidate[] {
  if (profile === undefined || remaining.length < 2) return remaining;
  const strength = (candidate: Candidate): number =>
    candidate.structure === undefined ? 0 : Math.abs(rankAgreement(candidate.structure.columnZeros, profile));
  const best = Math.max(...remaining.map(strength));
  if (best < PROFILE.deviations) return remaining;
  return remaining.filter(
    (candidate) => candidate.structure === undefined || strength(candidate) * PROFILE.factor > best,
  );
}

function claimWarnings({ typeId, architecture, bytes, shape }: LayoutQuestion, remaining: Candidate[]): string[] {
  const others = otherTypesOfSize(bytes.length, shape);
  const size =
    others.length === 0 ? [] : [`${bytes.length} bytes are the size of ${others.join(' or ')} weights of this shape`];
  if (typeId === undefined) return remaining.length === 0 ? size : [];
  const { names, words } = claimOf(typeId, architecture);
  const claimed = formats.filter((format) => format.ggmlType === typeId);
  if (remaining.some((candidate) => claimed.some((format) => format.id === candidate.id))) return [];
  const fits =
    remaining.length === 0 ? 'no ternary layout fits' : `the bytes fit ${remaining.map((one) => one.name).join(', ')}`;
  if (others.some((other) => names.includes(other)))
    return [`type ${typeId} is ${words}: by their size these are ${others.join(' or ')} weights`];
  return [`type ${typeId} is ${words}, but ${fits}`, ...size];
}

function mixUps(layouts: readonly string[], certainty: string): string[] {
  const named = layouts.filter((id) => NAMED_I2_S.includes(id));
  if (certainty !== 'undecidable' || named.length < 2) return [];
  return [
    `${named.join(', ')} share the name I2_S, the number 36 and the size; read as the wrong one, the weights are noise without any error`,
  ];
}

function wouldDecide(
  remaining: Candidate[],
  tiles: TileSizes | undefined,
  profile: ArrayLike<number> | undefined,
): string[] {
  const unread = remaining.some((candidate) => candidate.structure === undefined);
  return [
    'the same tensor from the checkpoint: codes that agree in one reading and not in the others',
    'one output of the layer for known activations',
    'the program that wrote the file and its build (x86 or ARM, ACT_PARALLEL)',
    ...(profile === undefined
      ? ['a profile of the input columns, such as the weights of the norm in front of the layer']
      : []),
    ...(unread && tiles === undefined ? ['the BM, BK and bm of the kernel that the file was made for'] : []),
  ];
}

function excess({ structure }: Candidate): number {
  return structure?.excess ?? -Infinity;
}
