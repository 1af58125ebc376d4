import { expect, test } from '@jest/globals';
import { isLoopback } from '../../../../src/runtime/github/loopback.ts';

test.each([
  ['http://127.0.0.1:4000', true],
  ['http://127.0.0.53/api', true],
  ['http://localhost', true],
  ['http://[::1]:80/', true],
  ['https://api.github.com', false],
  ['http://localhost.example.com', false],
  ['http://127.0.0.1.example.com', false],
])('%s is on this machine: %s', (url, here) => expect(isLoopback(url)).toBe(here));
