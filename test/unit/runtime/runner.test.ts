import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { input } from '../../../src/core/input.ts';
import { appendSummary, printCommand, printUntrusted, readInputs, setOutputs } from '../../../src/runtime/runner.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'runner-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs `action` with these variables set, as a step of a job has them. */
function withEnv<T>(env: Record<string, string>, action: () => T): T {
  const before = Object.keys(env).map((key) => [key, process.env[key]] as const);
  Object.assign(process.env, env);
  try {
    return action();
  } finally {
    for (const [key, value] of before) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
  }
}

describe('inputs', () => {
  const schema = z.object({ 'working-directory': input.text().default('.'), seq: input.integer(1, 9).optional() });
  test('names as the runner makes them, empty is absent', () => {
    expect(withEnv({ 'INPUT_WORKING-DIRECTORY': '', INPUT_SEQ: '3' }, () => readInputs(schema))).toEqual({
      'working-directory': '.',
      seq: 3,
    });
  });
  test.each(['03', '1e0', '0x1', ' 3', '12', '-1'])('A-36 seq %s is refused, by name and value', (value) => {
    expect(() => withEnv({ INPUT_SEQ: value }, () => readInputs(schema))).toThrow(/^input seq is/);
  });
  test('blanks around a value are shown, and a missing one is just missing', () => {
    const read = (env: Record<string, string>, shape = schema as z.ZodObject) =>
      withEnv(env, () => readInputs(shape)) as unknown;
    expect(() => read({ INPUT_SEQ: '3\n' })).toThrow('input seq is "3\\n": must be a plain decimal integer');
    expect(() => read({ INPUT_SEQ: '\u202e3' })).toThrow('input seq is "\\\\u{202e}3": must be');
    expect(() => read({}, z.object({ pr: input.integer(1, 9) }))).toThrow(/^input pr is missing$/);
  });
});

/** What the runner would read, by its own rules. */
function parseOutputs(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length - 1; i++) {
    const match = /^([^=]+?)<<(.+)$/.exec(lines[i]!);
    if (!match) throw new Error(`not a heredoc: ${lines[i]}`);
    const end = lines.indexOf(match[2]!, i + 1);
    values[match[1]!] = lines.slice(i + 1, end).join('\n');
    i = end;
  }
  return values;
}

describe('outputs', () => {
  test.each([
    ['plain', 'pass'],
    ['A-9 a newline and a variable', 'x\nPATH=/evil\nverdict=pass'],
    ['A-10 a heredoc', 'x\nEOF\nverdict<<EOF\npass\nEOF'],
    ['A-10 a delimiter of our shape', 'flow_00000000-0000-0000-0000-000000000000\nverdict=pass'],
    ['empty', ''],
  ])('%s stays one value', (_, value) => {
    const file = join(dir, `out-${Math.random()}`);
    writeFileSync(file, ''); // the runner makes it
    withEnv({ GITHUB_OUTPUT: file }, () => setOutputs({ evidence: value, verdict: 'fail' }, ['evidence', 'verdict']));
    expect(parseOutputs(readFileSync(file, 'utf8'))).toEqual({ evidence: value, verdict: 'fail' });
  });
  test.each(['a\0b', 'a\rb'])('A-11 %j is refused', (value) => {
    expect(() => setOutputs({ x: value }, ['x'])).toThrow('NUL or CR');
  });
  test.each(['__proto__', 'NODE_OPTIONS', 'other'])('A-12 %s is no output', (name) => {
    expect(() =>
      setOutputs(JSON.parse(`{${JSON.stringify(name)}: "1"}`) as Record<string, string>, ['verdict', 'NODE_OPTIONS']),
    ).toThrow('not an output');
  });
});

describe('log', () => {
  const printed = (action: () => void): string => {
    let text = '';
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      text += String(chunk);
      return true;
    });
    action();
    spy.mockRestore();
    return text;
  };
  test.each([
    '::set-output name=x::y',
    '::add-mask::x',
    '::stop-commands::t',
    '::error file=a::b',
    '##[command]x',
    'a\r::error::b',
    '  ::error::x',
  ])('A-5 to A-8 %j is inert', (line) => {
    for (const out of printed(() => printUntrusted(`ok\n${line}`))
      .split('\n')
      .filter(Boolean)) {
      expect(out).toMatch(/^\| /);
      expect(out).not.toMatch(/::|##\[|\r/);
    }
  });
  test('our own commands escape what they quote', () => {
    expect(printed(() => printCommand('error', 'a%b\nc', { title: 'x:y,z', file: 'f' }))).toBe(
      '::error title=x%3Ay%2Cz,file=f::a%25b%0Ac\n',
    );
  });
});

describe('A-62, A-63: what the runner shows', () => {
  const secret = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
  const summaryOf = async (text: string, names: readonly string[] = []): Promise<{ summary: string; log: string }> => {
    const file = join(dir, 'summary');
    writeFileSync(file, '');
    const log = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    // The toolkit keeps the path of its first summary.
    await withEnv({ GITHUB_STEP_SUMMARY: file }, () => appendSummary(text, names));
    const lines = log.mock.calls.map(([line]) => String(line)).join('');
    log.mockRestore();
    return { summary: readFileSync(file, 'utf8'), log: lines };
  };

  test('a summary that must not become public is refused, by class and place', async () => {
    const { summary, log } = await summaryOf(`all well\n${secret}`);
    expect(summary.trim()).toBe('The summary was refused: redacted:github-token in line 2, column 1');
    expect(log).toContain('::error::the job summary was refused: redacted:github-token in line 2, column 1');
    expect(summary + log).not.toContain(secret);
  });

  test('names that the policy allows pass, and the machine’s own folders have general names', async () => {
    const home = ['', 'home', 'ada'].join('/');
    expect((await summaryOf(`see ${home}/x`, [home])).summary.trim()).toBe(`see ${home}/x`);
    const { summary } = await withEnv({ RUNNER_TEMP: '/home/ci/_temp' }, () => summaryOf('in /home/ci/_temp/x'));
    expect(summary.trim()).toBe('in $RUNNER_TEMP/x');
  });

  test('an annotation of the log is redacted', () => {
    const log = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    printCommand('error', `cannot use ${secret}`, { title: 'x', file: 'src/a.rs', line: 1 });
    const lines = log.mock.calls.map(([line]) => String(line)).join('');
    log.mockRestore();
    expect(lines).toContain('redacted:github-token');
    expect(lines).toContain('file=src/a.rs');
    expect(lines).not.toContain(secret);
  });
});
