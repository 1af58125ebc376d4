import { FlowError } from '../../core/errors.ts';
import { parseStrictJson } from '../../core/strict-json.ts';
import { type DumpArray, elementsOf } from './array.ts';

/** Characters of an array in JSON: some three million numbers; larger ones are better kept as .npy. */
export const MAX_JSON_CHARS = 2 ** 26;

/** Reads an array as nested lists of numbers, as `numpy.ndarray.tolist()` gives them. Lists of one level have the same length. */
export function readJsonArray(text: string, at: string): DumpArray {
  const refuse = (message: string): never => {
    throw new FlowError('refused', message, { at, fix: 'write nested lists of numbers: [[1.5, 2], [3, 4]]' });
  };
  const value = parseStrictJson(text, 'refused', at, MAX_JSON_CHARS);
  const shape: number[] = [];
  for (let level = value; Array.isArray(level); level = level[0] as unknown) shape.push(level.length);
  if (shape.length === 0) refuse('is no list of numbers');
  const values = new Float64Array(elementsOf(shape, 'f8', at));
  let count = 0;
  const fill = (level: unknown, depth: number, path: string): void => {
    if (depth === shape.length) {
      if (typeof level !== 'number')
        refuse(`${path} is ${Array.isArray(level) ? 'a list' : JSON.stringify(level)}, no number`);
      values[count++] = level as number;
      return;
    }
    if (!Array.isArray(level) || level.length !== shape[depth])
      refuse(
        `${path || 'it'} is ${Array.isArray(level) ? `a list of ${level.length}` : 'no list'}; [0] has ${shape[depth]}`,
      );
    (level as unknown[]).forEach((inner, i) => fill(inner, depth + 1, `${path}[${i}]`));
  };
  fill(value, 0, '');
  return { type: 'f8', shape, values };
}
