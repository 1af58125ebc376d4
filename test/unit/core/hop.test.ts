import { expect, test } from '@jest/globals';
import { hopSchema } from '../../../src/core/hop.ts';
import { makeHop } from '../runtime/flow/hop.ts';

const hop = makeHop();
const contract = { sha256: 'a'.repeat(64), allow: [], deny: [], requires: [], pin: true };

test.each<[string, boolean, object]>([
  ['labels', true, { labels: ['x'.repeat(100)] }],
  ['a label that is too long', false, { labels: ['x'.repeat(101)] }],
  ['too many labels', false, { labels: Array.from({ length: 201 }, () => 'x') }],
  ['a contract', true, { contract }],
  ['one whose digest is longer', false, { contract: { ...contract, sha256: 'a'.repeat(65) } }],
  ['one whose digest is shorter', false, { contract: { ...contract, sha256: 'a'.repeat(63) } }],
  ['the contract that it met', true, { 'contract-met': 'a'.repeat(64) }],
  ['one whose digest is longer', false, { 'contract-met': 'a'.repeat(65) }],
  ['one whose digest is no hex', false, { 'contract-met': 'g'.repeat(64) }],
  ['a Ledger on the pull request', true, { ledger: { on: 'pr', number: 8, comment: 1 } }],
  ['one anywhere else', false, { ledger: { on: 'branch', number: 8 } }],
  ['what the issue allows', true, { allows: [{ name: 'unsafe', because: 'it is measured' }] }],
  ['another version', false, { v: 2 }],
  ['a key that nobody knows', false, { x: 1 }],
])('a hop with %s: %j', (_, good, more) => {
  expect(hopSchema.safeParse({ ...hop, ...more }).success).toBe(good);
});
