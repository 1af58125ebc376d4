import { createHash } from 'node:crypto';
import { FlowError } from '../core/errors.ts';
import { PATCH_PART_CHARS, PATCH_PARTS } from './actions.ts';

/** Most bytes of a patch after inflation: what fits in the parts is small, what it inflates to must be too. */
export const PATCH_BYTES = 8 * 1024 * 1024;

/** sha256 of bytes, as hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Base64 cut into parts that each fit an environment string; undefined when there are more than PATCH_PARTS. */
export function splitPatch(packed: Uint8Array): string[] | undefined {
  const text = Buffer.from(packed).toString('base64');
  if (text.length > PATCH_PARTS * PATCH_PART_CHARS) return undefined;
  return Array.from({ length: PATCH_PARTS }, (_, i) => text.slice(i * PATCH_PART_CHARS, (i + 1) * PATCH_PART_CHARS));
}

/** The packed bytes of the parts, in order; throws `bad-patch` for anything but canonical base64 without gaps. */
export function joinPatch(parts: readonly string[]): Uint8Array {
  const text = parts.join('');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) {
    throw new FlowError('bad-patch', 'the parts are not one canonical base64 text', {
      at: 'patch',
      fix: 'pass the outputs of hand-over unchanged',
    });
  }
  return bytes;
}
