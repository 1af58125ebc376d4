import type { GPU } from 'gpu.js';
import type { GpujsMode } from './modes.ts';

/** An opened mode of gpu.js. */
export interface GpujsDevice {
  readonly mode: GpujsMode;
  readonly gpu: GPU;
  /** What the driver says it is; undefined where no driver is in between. */
  readonly driver: string | undefined;
  /** Faults that the driver reported apart from any result, since the last call. */
  takeFaults(): string[];
  close(): Promise<void>;
}

/** Why a mode cannot be used here, as one sentence with what would help. */
export interface Refusal {
  readonly reason: string;
}
