import { canonicalJson, digest } from './canonical.ts';

/** What of a machine decides how fast a program is. Seen by the runner, never told by a command. */
export interface Machine {
  /** Model of the processor, in its own words. */
  readonly cpu: string;
  /** Cores that this process may use. */
  readonly cores: number;
  /** Memory in GiB, as the nearest power of two: 15.6 GiB and 16 GiB are one class. */
  readonly memoryGiB: number;
  /** Kind, architecture and release of the operating system. */
  readonly os: string;
}

/** 16 hex digits: equal when machine and tools are. Measurements with different ones are never compared. */
export function machineFingerprint({ cpu, cores, memoryGiB, os }: Machine, tools: readonly string[]): string {
  const known = [...new Set(tools)].filter((tool) => tool !== '').sort();
  return digest(canonicalJson({ cpu, cores, memoryGiB, os, tools: known }), 16);
}

/** The class of an amount of memory in bytes: GiB, as the nearest power of two. */
export function memoryClass(bytes: number): number {
  return 2 ** Math.round(Math.log2(bytes / 2 ** 30));
}
