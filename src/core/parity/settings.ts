import { FlowError } from '../errors.ts';
import { MAX_TOLERANCE } from './report.ts';

/** What a gate that measures may be told, by an input of its action or a setting of the profile. */
export type Setting = string | number | boolean | readonly string[] | undefined;

/** Reads settings by name: the input where it is given, else the profile's. */
export function settingReader(
  settings: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): (name: string) => Setting {
  return (name) => (given[name] ?? settings[name]) as Setting;
}

/** The tolerance that is stated, or `otherwise` where none is; throws for one that says nothing about an operator. */
export function statedTolerance(value: Setting, otherwise: number): number {
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (number > 0 && number <= MAX_TOLERANCE) return number;
  throw new FlowError('bad-input', `tolerance is ${JSON.stringify(value)}`, {
    at: 'tolerance',
    fix: `give a number above 0 and at most ${MAX_TOLERANCE}, such as 1e-5`,
  });
}
