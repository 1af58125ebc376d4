import type { ByteSource } from './byte-source.ts';
import { quoted } from './metadata.ts';
import { GgufError, type Rule } from './refusal.ts';
import type { TensorInfo } from './tensor-infos.ts';
import { resolveType, type TensorType } from './tensor-types.ts';

/** A tensor whose type is known and whose bytes are all in the file. */
export interface GgufTensor extends TensorInfo {
  readonly type: TensorType;
  /** Bytes without padding. */
  readonly bytes: number;
  /** Bytes to the next tensor, or to the end of the file. */
  readonly span: number;
  /** From the beginning of the file. */
  readonly start: number;
}

/** Where the data of a file begin, and what rules hold there. */
export interface DataSection {
  readonly architecture: string;
  readonly alignment: number;
  readonly dataStart: number;
}

/**
 * Gives every tensor its type and its bytes, and refuses those that lie wrong: each must begin where the one before it ends, padded, as
 * llama.cpp demands.
 */
export function placeTensors(source: ByteSource, infos: readonly TensorInfo[], section: DataSection): GgufTensor[] {
  const refuse = (rule: Rule, offset: number, { name }: TensorInfo, reason: string): never => {
    throw new GgufError(rule, { file: source.name, offset, field: quoted(name) }, reason);
  };
  const { alignment, dataStart } = section;
  const available = source.size - dataStart;
  for (const info of infos) {
    if (info.offset % alignment !== 0)
      refuse('offset-unaligned', info.at.offset, info, `begins at ${info.offset}, no multiple of ${alignment}`);
    if (info.offset >= available)
      refuse(
        'past-end',
        info.at.offset,
        info,
        `begins at byte ${info.offset} of the data, of which the file has ${Math.max(0, available)}`,
      );
  }
  const sorted = [...infos].sort((a, b) => a.offset - b.offset);
  const placed = new Map<TensorInfo, GgufTensor>();
  sorted.forEach((info, at) => {
    const span = (sorted[at + 1]?.offset ?? available) - info.offset;
    const answer = resolveType({ ...info, id: info.typeId, ...section, span });
    if ('rule' in answer)
      return refuse(answer.rule, answer.rule === 'row-block' ? info.at.dims : info.at.type, info, answer.reason);
    const { type, bytes } = answer;
    if (bytes > available - info.offset)
      refuse(
        'past-end',
        info.at.offset,
        info,
        `${type.name} of ${info.dims.join(' x ')} has ${bytes} bytes; the file ends after ${available - info.offset} of them`,
      );
    placed.set(info, { ...info, type, bytes, span, start: dataStart + info.offset });
  });
  sorted.forEach((info, at) => {
    const { bytes, span, type } = placed.get(info)!;
    if (at + 1 < sorted.length && bytes > span) {
      const next = sorted[at + 1]!;
      refuse(
        'overlap',
        next.at.offset,
        next,
        `begins ${bytes - span} bytes before the end of ${quoted(info.name)}, which is ${type.name} of ${bytes} bytes`,
      );
    }
  });
  let expected = 0;
  infos.forEach((info, at) => {
    if (info.offset !== expected) {
      if (sorted[at] !== info)
        refuse(
          'order',
          info.at.offset,
          info,
          `begins at ${info.offset}; in the order of the list it would be ${expected}`,
        );
      refuse(
        'gap',
        info.at.offset,
        info,
        `begins at ${info.offset}, ${info.offset - expected} bytes later than it may`,
      );
    }
    expected = Math.ceil((info.offset + placed.get(info)!.bytes) / alignment) * alignment;
  });
  return infos.map((info) => placed.get(info)!);
}
