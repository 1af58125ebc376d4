import { MAX_ANNOTATIONS, type Annotation } from './commands.ts';
import { toRecord } from './file-commands.ts';
import type { Conclusion } from './schedule.ts';

/** What act's log tells about one step. */
export interface ActStep {
  outcome: Conclusion;
  continued: boolean;
  outputs: Record<string, string>;
  durationMs: number;
  annotations: Annotation[];
  summary: string;
  lines: string[];
}

/** Collects act's JSON log (`--json`), one object a line; `step` finds a step by job and act's id of it. */
export interface ActLog {
  read(line: string): void;
  step(job: string, step: string): ActStep | undefined;
  /** Messages outside of steps that act logged as errors. */
  errors: string[];
}

/** Starts with nothing read; lines that are no JSON objects are ignored. */
export function createActLog(): ActLog {
  const steps = new Map<string, ActStep>();
  const errors: string[] = [];
  const stepOf = (job: string, id: string): ActStep => {
    const key = `${job}/${id}`;
    const known = steps.get(key);
    if (known !== undefined) return known;
    const fresh: ActStep = {
      outcome: 'skipped',
      continued: false,
      outputs: toRecord([]),
      durationMs: 0,
      annotations: [],
      summary: '',
      lines: [],
    };
    steps.set(key, fresh);
    return fresh;
  };
  return {
    errors,
    step: (job, id) => steps.get(`${job}/${id}`),
    read(line) {
      const entry = parseEntry(line);
      if (entry === undefined) return;
      const message = text(entry['msg']) ?? '';
      const job = text(entry['jobID']);
      const id = Array.isArray(entry['stepID']) ? text(entry['stepID'][0]) : undefined;
      if (job === undefined || id === undefined || entry['stage'] !== 'Main') {
        if (entry['level'] === 'error' || entry['level'] === 'fatal') errors.push(message);
        return;
      }
      const step = stepOf(job, id);
      if (entry['raw_output'] === true) step.lines.push(message.replace(/\r?\n$/, ''));
      const result = text(entry['stepResult']);
      if (result === 'success' || result === 'failure' || result === 'skipped') step.outcome = result;
      if (typeof entry['executionTime'] === 'number') step.durationMs = entry['executionTime'] / 1e6;
      if (message === 'Failed but continue next step') step.continued = true;
      command(step, entry);
    },
  };
}

function command(step: ActStep, entry: Record<string, unknown>): void {
  const name = text(entry['name']);
  switch (entry['command']) {
    case 'set-output':
      if (name !== undefined) step.outputs[name] = text(entry['arg']) ?? '';
      break;
    case 'summary':
      step.summary = text(entry['content']) ?? '';
      break;
    case 'error':
    case 'warning':
    case 'notice': {
      const level = entry['command'];
      if (step.annotations.filter((one) => one.level === level).length >= MAX_ANNOTATIONS) return;
      const properties = (entry['kvPairs'] ?? {}) as Record<string, string>;
      const annotation: Annotation = { level, message: text(entry['arg']) ?? '' };
      if (properties['title'] !== undefined) annotation.title = properties['title'];
      if (properties['file'] !== undefined) annotation.file = properties['file'];
      if (properties['line'] !== undefined) annotation.line = Number(properties['line']);
      step.annotations.push(annotation);
      break;
    }
    default:
  }
}

function parseEntry(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
