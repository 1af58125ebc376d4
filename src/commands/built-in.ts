import { FlowError, nearest } from '../core/errors.ts';

/** Refuses a flow or profile that is not built in: a mistake of the command line, not a finding in a file. */
export function checkBuiltIn(option: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const near = nearest(name, known);
  throw new FlowError('bad-input', `the ${option.replace('--', '')} ${JSON.stringify(name)} is not built in`, {
    at: option,
    fix: near === undefined ? `use one of: ${known.join(', ')}, or give ${option}-file` : `did you mean "${near}"?`,
  });
}
