import { FlowError } from '../../core/errors.ts';
import { printable } from '../../core/text.ts';
import { ARRAY_TYPES, type ArrayType, decodeArray, type DumpArray, elementsOf, widthOf } from './array.ts';

/** The header of an array is a line of text; numpy's own is below 200 bytes. */
const MAX_HEADER = 1 << 14;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/**
 * Reads numpy's .npy, versions 1 to 3, strictly: C order, numbers, little-endian, and not a byte too few or too many. The header is a Python
 * literal; only the form that numpy writes is understood, and nothing of it is ever evaluated.
 */
export function readNpy(bytes: Uint8Array, at: string): DumpArray {
  const refuse = (message: string, fix: string): never => {
    throw new FlowError('refused', message, { at, fix });
  };
  const again = 'write the file again with numpy.save, or a library that follows its format';
  if (bytes.length < 10 || MAGIC.some((byte, i) => bytes[i] !== byte))
    refuse(
      bytes.length < 10 ? `has ${bytes.length} bytes; this is no .npy file` : 'does not begin with \\x93NUMPY',
      again,
    );
  const major = bytes[6]!;
  if (major < 1 || major > 3 || bytes[7] !== 0)
    refuse(`is of version ${major}.${bytes[7]}; 1.0, 2.0 and 3.0 are read`, again);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = major === 1 ? 10 : 12;
  if (bytes.length < start) refuse('ends inside its header', again);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER || start + length > bytes.length)
    refuse(`says that its header has ${length} bytes; the file has ${bytes.length - start} more`, again);
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length));
  const { descr, fortran, shape } = parseHeader(header) ?? refuse(`has the header ${printable(header, 100)}`, again);
  const type = typeOf(descr, refuse);
  if (fortran)
    refuse('is in Fortran order, in which rows and columns are exchanged', 'save numpy.ascontiguousarray(x)');
  const size = elementsOf(shape, type, at) * widthOf(type);
  const data = bytes.subarray(start + length);
  if (data.length !== size)
    refuse(
      `has ${data.length} bytes of numbers; (${shape.join(', ')}) of ${type} takes ${size}`,
      data.length < size ? 'the file is cut off: write it again' : 'write one array to a file',
    );
  return { type, shape, values: decodeArray(data, type, at) };
}

const ENTRY = /^\s*'(descr|fortran_order|shape)'\s*:\s*(?:'([^'\\]*)'|(True|False)|\(([\d\s,]*)\))\s*(,|(?=\}))/;

/** The three entries of the literal; undefined for any other text. */
function parseHeader(text: string): { descr: string; fortran: boolean; shape: number[] } | undefined {
  const body = /^\{(.*\})\s*$/s.exec(text)?.[1];
  if (body === undefined) return undefined;
  const found = new Map<string, string>();
  let rest = body;
  for (let entry = ENTRY.exec(rest); entry !== null; entry = ENTRY.exec(rest)) {
    const [whole, key = '', text, bool, tuple] = entry;
    if (found.has(key)) return undefined;
    const value = { descr: text, fortran_order: bool, shape: tuple }[key];
    if (value === undefined) return undefined;
    found.set(key, value);
    rest = rest.slice(whole.length);
  }
  const tuple = found.get('shape');
  if (found.size !== 3 || rest.trim() !== '}' || tuple === undefined) return undefined;
  const dims = tuple.split(',').map((dim) => dim.trim());
  // A tuple of one has a comma behind it; longer ones may.
  if (dims.at(-1) === '' && dims.length > 1) dims.pop();
  if (dims.some((dim) => !/^(0|[1-9]\d{0,15})$/.test(dim))) return undefined;
  return { descr: found.get('descr')!, fortran: found.get('fortran_order') === 'True', shape: dims.map(Number) };
}

function typeOf(descr: string, refuse: (message: string, fix: string) => never): ArrayType {
  const shown = printable(descr, 40);
  if (/^\|?O/.test(descr)) return refuse('holds Python objects, which are programs when they are read', 'save numbers');
  if (descr.startsWith('>')) return refuse(`is big-endian (${shown})`, "save x.astype(x.dtype.newbyteorder('<'))");
  const type = ARRAY_TYPES.find((known) => descr === `${known === 'i1' ? '|' : '<'}${known}`);
  return (
    type ?? refuse(`is of type ${shown}; ${ARRAY_TYPES.join(', ')} are read`, 'save one of these types, little-endian')
  );
}

/** The bytes of an array as .npy, version 1: what `readNpy` reads. */
export function npyBytes({ shape, values }: Pick<DumpArray, 'shape' | 'values'>): Uint8Array {
  const type = values instanceof Float64Array ? '<f8' : values instanceof Float32Array ? '<f4' : '|i1';
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': (${tuple}), }`;
  // Numbers begin at a multiple of 64, as numpy has it.
  const header = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`;
  const data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const bytes = new Uint8Array(10 + header.length + data.length);
  bytes.set([...MAGIC, 1, 0, header.length & 255, header.length >> 8]);
  bytes.set(new TextEncoder().encode(header), 10);
  bytes.set(data, 10 + header.length);
  return bytes;
}
