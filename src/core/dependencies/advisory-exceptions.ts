import type { Advisory } from './advisory-report.ts';

/** An advisory that a maintainer lets through for a time, as the profile says it: `RUSTSEC-2024-0001 until 2026-12-31: not reachable`. */
export interface AdvisoryException {
  readonly id: string;
  /** Last day it holds, UTC. */
  readonly until: string;
  readonly reason: string;
}

const ENTRY = /^([A-Za-z][A-Za-z0-9-]{3,60}) until (\d{4}-\d\d-\d\d): (\S.{2,})$/;

/** Reads the profile's list. `problem` names the first entry that says less than id, last day and reason. */
export function readExceptions(entries: readonly string[]): { list: AdvisoryException[]; problem?: string } {
  const list: AdvisoryException[] = [];
  for (const entry of entries) {
    const [, id, until, reason] = ENTRY.exec(entry) ?? [];
    if (id === undefined || !isDay(until!))
      return { list: [], problem: `ignore: ${JSON.stringify(entry)} is not "<id> until <YYYY-MM-DD>: <reason>"` };
    list.push({ id, until: until!, reason: reason! });
  }
  return { list };
}

/** The exception that covers an advisory, by its id or another name of it. */
export function exceptionFor(advisory: Advisory, list: readonly AdvisoryException[]): AdvisoryException | undefined {
  const names = new Set([advisory.id, ...advisory.aliases].map((name) => name.toLowerCase()));
  return list.find((entry) => names.has(entry.id.toLowerCase()));
}

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
