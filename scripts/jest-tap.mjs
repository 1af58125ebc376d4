// A jest reporter that writes what `node --test --test-reporter=tap` writes, so that the tests gate reads both alike:
//   jest --reporters=./scripts/jest-tap.mjs --testLocationInResults
const ANSI = new RegExp(String.raw`\u001b\[[0-9;]*m`, 'g');
/** Lines of a failure's message that are shown. */
const MESSAGE_LINES = 12;

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
const name = (text) => oneLine(text).replace(/[\\#]/g, (character) => `\\${character}`);

function failure(message, location) {
  const lines = message.replace(ANSI, '').split('\n').map(oneLine).filter(Boolean).slice(0, MESSAGE_LINES);
  return [
    '  ---',
    "  type: 'test'",
    ...(location === undefined ? [] : [`  location: '${location}'`]),
    '  error: |-',
    ...lines.map((line) => `    ${line}`),
    '  ...',
  ];
}

export default class TapReporter {
  #failed = false;
  #write;

  // A test that writes to stdout itself, past jest's console, would stand before the version or between the points: what anybody
  // else has to say goes to stderr. jest makes its reporters before it loads a test, and hands its workers' stdout on by this object.
  constructor() {
    this.#write = process.stdout.write.bind(process.stdout);
    process.stdout.write = process.stderr.write.bind(process.stderr);
  }

  onRunComplete(_contexts, { testResults }) {
    const lines = [];
    const counts = { pass: 0, fail: 0, skipped: 0, todo: 0 };
    const point = (kind, title, rest = []) => {
      counts[kind]++;
      const directive = kind === 'skipped' ? ' # SKIP' : kind === 'todo' ? ' # TODO' : '';
      const at = Object.values(counts).reduce((sum, n) => sum + n, 0);
      lines.push(`${kind === 'fail' ? 'not ok' : 'ok'} ${at} - ${name(title)}${directive}`, ...rest);
    };
    for (const file of [...testResults].sort((a, b) => (a.testFilePath < b.testFilePath ? -1 : 1))) {
      // A file that does not load is one failure under its own path, as in Node.
      if (file.testExecError !== undefined)
        point('fail', file.testFilePath, failure(file.failureMessage ?? 'did not load', undefined));
      for (const test of file.testResults) {
        const title = [...test.ancestorTitles, test.title].join(' > ');
        if (test.status === 'passed') point('pass', title);
        else if (test.status === 'todo') point('todo', title);
        else if (test.status !== 'failed') point('skipped', title);
        else {
          const where = test.location
            ? `${file.testFilePath}:${test.location.line}:${test.location.column}`
            : undefined;
          point('fail', title, failure(test.failureMessages.join('\n'), where));
        }
      }
    }
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    this.#failed = counts.fail > 0;
    const summary = { tests: total, suites: 0, pass: counts.pass, fail: counts.fail, cancelled: 0 };
    const tail = { ...summary, skipped: counts.skipped, todo: counts.todo };
    lines.push(`1..${total}`, ...Object.entries(tail).map(([key, value]) => `# ${key} ${value}`));
    this.#write(`TAP version 13\n${lines.join('\n')}\n`);
  }

  getLastError() {
    return this.#failed ? new Error('tests failed') : undefined;
  }
}
