import { z } from 'zod';
import { count } from '../check-gate.ts';
import { fault, shapeFault, type Receipt, type ReceiptFault } from './receipt.ts';

const optionalCount = z.int().min(0).nullable().optional();
const schema = z.strictObject({
  model: z.string().max(4096),
  rust_ok: z.boolean(),
  cpp_header_ok: z.boolean(),
  cpp_full_ok: z.boolean(),
  xfail: z.boolean(),
  notes: z.string(),
  timestamp: z.string().max(100).optional(),
  platform: z.string().max(100).optional(),
  gguf_version_detected: optionalCount,
  n_kv: optionalCount,
  n_tensors: optionalCount,
  data_offset: optionalCount,
  file_size: optionalCount,
});

/** Does a value look like the `crossval_report.json` of `xtask crossval`? */
export const isXtaskCrossval = (value: object): boolean => 'rust_ok' in value && 'cpp_full_ok' in value;

/**
 * `crossval_report.json`: who could load the model. It holds no number of a comparison, so it counts only beside parity tests that its command ran,
 * and an expected failure of C++, for which the command ends with 0, is a failure.
 */
export function readXtaskCrossval(value: object): Receipt {
  const parsed = schema.safeParse(value);
  const xfail = (value as { xfail?: unknown }).xfail !== false;
  const faults: ReceiptFault[] = xfail
    ? [fault('xfail', 'xfail is not false: C++ failed, and the failure was allowed')]
    : [];
  const base = { kind: 'xtask-crossval', comparisons: 0, passed: 0, needsTests: true } as const;
  if (!parsed.success)
    return { ...base, faults: [...faults, shapeFault(parsed.error.issues)], says: 'not of its format' };
  const { rust_ok: rust, cpp_header_ok: header, cpp_full_ok: full, n_tensors: tensors } = parsed.data;
  if (!rust) faults.push(fault('rust-failed', 'Rust could not load the model'));
  if (!header) faults.push(fault('cpp-failed', 'C++ did not read the header of the model'));
  if (!full) faults.push(fault('cpp-failed', 'C++ did not run the model'));
  if (typeof tensors !== 'number')
    faults.push(fault('no-measurement', 'it does not say how many tensors the model has'));
  else if (tensors === 0) faults.push(fault('zero-rows', 'the model has no tensor: nothing can be computed with it'));
  const loaded = rust && header && full ? 'Rust and C++ loaded' : 'Rust and C++ did not both load';
  const size = typeof tensors === 'number' ? ` with ${count(tensors, 'tensor')}` : '';
  return { ...base, faults, says: `${loaded} ${parsed.data.model}${size}` };
}
