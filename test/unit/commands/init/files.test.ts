import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileState, readBelow, writeBelow } from '../../../../src/commands/init/files.ts';
import { isUntouched, stamped } from '../../../../src/core/stamp.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.replaceAll('\r', ''));

describe('a stamp', () => {
  test('tells a generated text from one that a person changed, wherever the change is', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (line, rest, at) => {
        const head = line.replaceAll('\n', ' ');
        const made = stamped(head, rest);
        expect(isUntouched(made)).toBe(true);
        expect(isUntouched(made.replaceAll('\n', '\r\n'))).toBe(true);
        const end = made.indexOf('\n') + 1;
        const place = end + (at % (made.length - end + 1));
        expect(isUntouched(`${made.slice(0, place)}#${made.slice(place)}`)).toBe(false);
      }),
    );
  });

  test.each(['', 'name: x\n', '# Generated from x by `y`. Do not edit.\nname: x\n'])('is not in %j', (present) => {
    expect(isUntouched(present)).toBe(false);
  });
});

describe('what happens to a file', () => {
  const planned = stamped('line', 'new\n');
  const old = stamped('line', 'old\n');
  test.each([
    ['that is missing', undefined, 'create', 'create'],
    ['that is the same', planned, 'unchanged', 'unchanged'],
    ['that git checked out with other line ends', planned.replaceAll('\n', '\r\n'), 'unchanged', 'unchanged'],
    ['of ours that became old', old, 'update', 'update'],
    ['that a person changed', `${old}# mine\n`, 'differs', 'replace'],
    ['that a person wrote', 'mine\n', 'differs', 'replace'],
    ['that is empty', '', 'differs', 'replace'],
  ])('%s', (_, present, plain, forced) => {
    expect([fileState(present, planned, false), fileState(present, planned, true)]).toEqual([plain, forced]);
  });
});

describe('files below the top', () => {
  let top: string;
  let outside: string;
  beforeAll(() => {
    top = mkdtempSync(join(tmpdir(), 'init files '));
    outside = mkdtempSync(join(tmpdir(), 'init-outside-'));
    writeFileSync(join(outside, 'a.yml'), 'theirs');
    symlinkSync(outside, join(top, 'linked'));
    symlinkSync(join(outside, 'a.yml'), join(top, 'link.yml'));
    mkdirSync(join(top, 'folder.yml'));
  });
  afterAll(() => {
    for (const dir of [top, outside]) rmSync(dir, { recursive: true, force: true });
  });

  test('are written whole, and leave nothing beside them', () => {
    writeBelow(top, 'a/b/c.yml', 'one');
    writeBelow(top, 'a/b/c.yml', 'two');
    expect(readdirSync(join(top, 'a/b'))).toEqual(['c.yml']);
    expect([readBelow(top, 'a/b/c.yml'), readBelow(top, 'a/x/none.yml')]).toEqual(['two', undefined]);
  });

  test('that cannot be put in place leave the old one and nothing beside it', () => {
    expect(() => writeBelow(top, 'folder.yml', 'x')).toThrow(expect.objectContaining({ code: 'refused' }));
    expect(readdirSync(top).filter((name) => name.includes('.new'))).toEqual([]);
  });

  test('a file where a folder belongs is told by name', () => {
    writeFileSync(join(top, 'plain'), 'a file');
    for (const path of ['plain/a.yml', 'plain/b/c.yml'])
      expect(() => readBelow(top, path)).toThrow(`plain is a file, and ${path} lies below it`);
  });

  test.each(['linked/a.yml', 'linked/deep/new.yml', 'link.yml', 'folder.yml'])(
    '%s leads elsewhere or is no file: refused, and what lies there is untouched',
    (path) => {
      expect(() => readBelow(top, path)).toThrow(expect.objectContaining({ code: 'refused', at: path }));
      expect(readFileSync(join(outside, 'a.yml'), 'utf8')).toBe('theirs');
    },
  );
});
