import { describe, expect, test } from '@jest/globals';

import { createCommandReader, createMasker, parseCommand } from '../../../../src/local/executor/commands.ts';

describe('parseCommand', () => {
  test.each([
    ['::error file=a,line=1::m', 'error', { file: 'a', line: '1' }, 'm'],
    ['  ::warning::m', 'warning', {}, 'm'],
    ['::notice title=a%2Cb%3A%25::x%0Ay%25', 'notice', { title: 'a,b:%' }, 'x\ny%'],
    ['::set-output name=a::b::c', 'set-output', { name: 'a' }, 'b::c'],
    ['text ##[error]m', 'error', {}, 'm'],
    ['##[set-output name=a;]b', 'set-output', { name: 'a' }, 'b'],
    ['::group::G', 'group', {}, 'G'],
  ])('%j', (line, name, properties, data) => {
    expect(parseCommand(line)).toEqual({ name, properties, data });
  });

  test.each(['text ::error::m', '::unknown::m', ':: error::m', '::error', 'C::D::e()', '##[unknown]x', '\\::error::x'])(
    '%j is no command',
    (line) => {
      expect(parseCommand(line)).toBeUndefined();
    },
  );
});

describe('createCommandReader', () => {
  test('A-7 stop-commands makes what follows inert until its token', () => {
    const reader = createCommandReader(createMasker());
    for (const line of ['::stop-commands::tok', '::error::a', '::tok2::', '::tok::', '::error::b']) reader.read(line);
    expect(reader.annotations.map((one) => one.message)).toEqual(['b']);
  });

  test.each(['', 'error', 'add-mask'])('the token %j is refused, so commands go on', (token) => {
    const reader = createCommandReader(createMasker());
    reader.read(`::stop-commands::${token}`);
    reader.read('::error::a');
    expect(reader.annotations).toHaveLength(1);
  });

  test('A-6 a mask hides a value and each of its lines from then on', () => {
    const reader = createCommandReader(createMasker());
    expect(reader.read('::add-mask::one%0Atwo')).toBe('::add-mask::***');
    expect(reader.read('one and two')).toBe('*** and ***');
  });

  test('keeps ten annotations of each level', () => {
    const reader = createCommandReader(createMasker());
    for (let at = 0; at < 15; at++) for (const level of ['error', 'warning']) reader.read(`::${level}::${at}`);
    expect(reader.annotations).toHaveLength(20);
  });
});
