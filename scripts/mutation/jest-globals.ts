// Stands for `@jest/globals` in the bundle of a mutation run: the same words, without jest's processes and registries.
import { expect } from 'expect';
import { bind } from 'jest-each';
import { CURRENT, type Hook, type Suite } from './suite.ts';

type Body = () => unknown;
const current = (): Suite => (globalThis as unknown as Record<symbol, Suite>)[CURRENT]!;
const nothing = (): void => undefined;

function declaring(declare: (name: string, body: Body) => void) {
  const skip = Object.assign(nothing, { each: () => nothing });
  return Object.assign(declare, { each: bind(declare, false), skip });
}

export const describe = declaring((name, body) => current().describe(name, body));
export const test = declaring((name, body) => current().test(name, body));
export const it = test;
const hook = (which: Hook) => (body: Body) => current().hook(which, body);
export const beforeAll = hook('beforeAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');
export const afterAll = hook('afterAll');
export { expect };
