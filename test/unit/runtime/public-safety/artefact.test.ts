import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { safeValue } from '../../../../src/core/public-safety/value.ts';
import { writeArtefact } from '../../../../src/runtime/artefact.ts';

const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
let dir: string;
let said: string;
const before = process.exitCode;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'artefact-'));
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = before;
  rmSync(dir, { recursive: true, force: true });
});

test('a report that may be public is written as it is', () => {
  const path = join(dir, 'deep', 'report.json');
  const report = { rows: [{ id: 'cpu:import', evidence: [{ key: 'result', value: 'exit 0' }] }], ran: 1, none: null };
  writeArtefact(path, report);
  expect([JSON.parse(readFileSync(path, 'utf8')), process.exitCode]).toEqual([report, before]);
});

test('A-62 a key is taken out of an artefact, wherever it stands; the step fails and the value is nowhere', () => {
  const path = join(dir, 'report.json');
  const hex = Buffer.from(token).toString('hex');
  writeArtefact(path, { a: [`first\ntoken ${token}\nlast`], b: { deep: { note: hex } }, c: { [token]: 1 } });
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text)).toEqual({
    a: ['first\nredacted:github-token\nlast'],
    b: { deep: { note: 'redacted:github-token' } },
    c: {},
  });
  expect(said).toContain('::error::taken out of a file that may be published: redacted:github-token');
  expect(process.exitCode).toBe(1);
  for (const place of [text, said]) expect(place).not.toContain(token.slice(6));
});

test('A-62 a key that lies over two texts of an artefact is not written', () => {
  const path = join(dir, 'report.json');
  writeArtefact(path, { rows: [{ note: token.slice(0, 14) }, { note: token.slice(14) }], more: 1 });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ refused: 'redacted:github-token' });
  expect([said.includes('::error::'), process.exitCode]).toEqual([true, 1]);
});

test('what is safe is the same value', () => {
  for (const value of [1, true, null, 'text', [], {}, { a: ['b', { c: 2 }] }])
    expect(safeValue(value)).toEqual({ value, findings: [] });
});
