/* Golden files hold input and expectation together. Update them all: UPDATE_GOLDEN=1 NODE_OPTIONS=--experimental-vm-modules npx jest golden */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { FlowError } from '../../../src/core/errors.ts';
import { compileWorkflow } from '../../../src/generator/compile.ts';
import { small, type SmallCase } from './small.ts';

const folder = new URL('../../golden/generator/', import.meta.url);
const CUT = '--- gives\n';

function outcome(input: string): string {
  try {
    const one = parse(input) as SmallCase;
    return compileWorkflow(small(one), one.workflow);
  } catch (error) {
    if (error instanceof FlowError) return `${error.toLine()}\n`;
    throw error;
  }
}

describe('golden files of the generator', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.golden'));

  test('there are some', () => {
    expect(files.length).toBeGreaterThan(3);
  });

  test.each(files)('%s', (name) => {
    const [input = '', expected = ''] = readFileSync(new URL(name, folder), 'utf8').split(CUT);
    const text = outcome(input);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(new URL(name, folder), `${input}${CUT}${text}`);
    else expect(text).toBe(expected);
  });
});
