import { FlowError, nearest } from '../core/errors.ts';
import type { BackendsReport } from '../core/parity/report.ts';
import { printable } from '../core/text.ts';
import {
  type Backend,
  BACKENDS,
  type BackendId,
  openReference,
  type Unavailable,
} from '../../kernels/reference/backend.ts';
import { openEveryMode, openGpujs } from '../../kernels/gpujs/open.ts';
import { openWasm } from '../../kernels/wasm/open.ts';
import { openCudaProgram } from './program/open.ts';

/** The backends that are open, the preferred one first, and why each other one is not. */
export interface OpenBackends {
  readonly open: readonly Backend[];
  readonly notUsed: readonly Unavailable[];
  close(): Promise<void>;
}

/** Which backends to open: the first that works in the order of preference, all that work, or these and no others. */
export type WantedBackends = 'first' | 'all' | readonly BackendId[];

/** gpu.js is several backends in one: each of its modes is opened, or says why not. */
type Opener = (wanted: WantedBackends) => Promise<Backend | Unavailable | readonly (Backend | Unavailable)[]>;

/** In the order in which a gate prefers them. A backend that is not built into this version has no opener. */
const OPENERS: Readonly<Partial<Record<BackendId, Opener>>> = {
  // A driver that computes in software comes first in no gate; a comparison of all has it.
  gpujs: async (wanted) => (wanted === 'first' ? openGpujs({ mode: 'gpu' }) : openEveryMode()),
  cuda: async () => openCudaProgram(process.env),
  wasm: async () => openWasm(),
  reference: async () => openReference(),
};

/** Opens backends in the order of preference. Throws when one was named and cannot be used: a substitute would be a silent one. */
export async function openBackends(wanted: WantedBackends): Promise<OpenBackends> {
  const open: Backend[] = [];
  const notUsed: Unavailable[] = [];
  const close = async (): Promise<void> => {
    for (const backend of open) await backend.close();
  };
  for (const id of BACKENDS) {
    const named = Array.isArray(wanted);
    if (named && !wanted.includes(id)) {
      notUsed.push({ id, unavailable: 'not asked for' });
      continue;
    }
    if (wanted === 'first' && open.length > 0) {
      notUsed.push({ id, unavailable: `${open[0]!.id} comes first` });
      continue;
    }
    const answers = [(await OPENERS[id]?.(wanted)) ?? { id, unavailable: 'not built into this version' }].flat();
    const reasons = answers.filter((answer) => 'unavailable' in answer);
    if (named && reasons.length === answers.length) {
      await close();
      throw new FlowError('refused', reasons.map(({ unavailable }) => unavailable).join('. '), {
        at: `backend ${id}`,
        fix: 'leave it out of the backends, or run where it works',
      });
    }
    notUsed.push(...reasons);
    open.push(...answers.filter((answer): answer is Backend => !('unavailable' in answer)));
  }
  return { open, notUsed, close };
}

/** What a person asked for: `first`, `all`, or names with commas. */
export function wantedBackends(text: string): WantedBackends {
  if (text === 'first' || text === 'all') return text;
  return text.split(',').map((word) => {
    const id = word.trim();
    const known = BACKENDS.find((one) => one === id);
    if (known !== undefined) return known;
    const near = nearest(id, BACKENDS);
    throw new FlowError('bad-input', `${JSON.stringify(id)} is no backend`, {
      at: 'backends',
      fix: `${near === undefined ? '' : `did you mean ${near}? `}Give first, all, or some of ${BACKENDS.join(', ')}`,
    });
  });
}

/** What a backend is called in a table, in which gpu.js has a row for each of its modes: `gpujs-webasm`. */
export function backendName(backend: Backend): string {
  return 'mode' in backend && typeof backend.mode === 'string' ? `${backend.id}-${backend.mode}` : backend.id;
}

/** The same as a report says it. */
export function backendsReport({ open, notUsed }: OpenBackends): BackendsReport {
  return {
    used: open.map((backend) => ({ id: backendName(backend), device: printable(backend.device, 200) || '?' })),
    notUsed: notUsed.map(({ id, unavailable }) => ({ id, why: printable(unavailable, 1000) || '?' })),
  };
}
