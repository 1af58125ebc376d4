import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommandResult } from '../../../src/core/gate.ts';
import { gates } from '../../../src/gates/index.ts';
import { observe, recorded, testRun } from '../../fixtures/gates/observation.ts';

/** Captured output that passes, per gate that runs commands. */
const clean: readonly (readonly [string, CommandResult])[] = [
  ['tests', recorded('libtest', 'cargo-test-ok', 0)],
  ['tests', recorded('node-tap', 'node20-ok.tap', 0)],
  ['tests', testRun('libtest', 'cargo-skips')],
  ['tests', testRun('nextest', 'nextest-ok')],
  ['tests', testRun('pytest', 'pytest-ok')],
  ['tests', testRun('tap', 'bats-ok')],
  ['format', recorded('rustfmt', 'cargo-fmt-ok', 0)],
  ['format', recorded('prettier', 'prettier-ok', 0)],
  ['clippy', recorded('cargo-messages', 'cargo-clippy-ok', 0)],
  ['build', recorded('cargo-messages', 'cargo-build-ok', 0)],
  ['build', recorded('tsc', 'tsc-ok', 0)],
];
const judge = (name: string, command: CommandResult) =>
  gates.find((gate) => gate.name === name)!.evaluate(observe([command]));

test.each(clean)('%s: the captured output passes, and the same observation gives the same result', (name, command) => {
  expect(judge(name, command).verdict).toBe('pass');
  expect(judge(name, command)).toEqual(judge(name, command));
});

test.each(clean)('%s: no exit code but 0 passes', (name, command) => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constant(null)), (exitCode) => {
      expect(judge(name, { ...command, exitCode }).verdict).toBe('fail');
    }),
  );
});

test.each(clean)('%s: no noise passes', (name, command) => {
  const words = fc.constantFrom(
    'ok',
    'pass',
    '0 errors',
    'All tests passed',
    '100%',
    '{"success":true}',
    '# pass 9',
    '1..0',
    '\n',
    '✅',
  );
  fc.assert(
    fc.property(fc.array(words), fc.string(), (list, rest) => {
      const text = list.join(' ') + rest;
      expect(judge(name, { ...command, stdout: text, stderr: text }).verdict).toBe('fail');
    }),
  );
});

// For a summary at the end: whatever is cut off, the rest is no pass.
test.each(clean.filter(([, command]) => ['node-tap', 'prettier', 'cargo-messages'].includes(command.parser)))(
  '%s: output that was cut off does not pass',
  (name, command) => {
    const { stdout } = command;
    const last = stdout
      .trimEnd()
      .lastIndexOf('\n', stdout.lastIndexOf(command.parser === 'node-tap' ? '# todo' : '\n') - 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: last }), (at) => {
        expect(judge(name, { ...command, stdout: stdout.slice(0, at) }).verdict).toBe('fail');
      }),
    );
  },
);
