import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { evidence } from '../../../../src/core/evidence.ts';
import { fold } from '../../../../src/core/fold.ts';
import { renderLedger } from '../../../../src/core/ledger/render.ts';
import { findingText } from '../../../../src/core/public-safety/finding.ts';
import { scan } from '../../../../src/core/public-safety/scan.ts';
import { logLine, tableCell } from '../../../../src/core/text.ts';
import { longFlow } from '../long-flow.ts';

const root = new URL('../../../../', import.meta.url).pathname;

/** Texts below a folder of the repository. */
function textsBelow(folder: string): string[] {
  const files = readdirSync(`${root}${folder}`, { recursive: true }).map((name) => `${root}${folder}/${String(name)}`);
  return files
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => !text.includes('\0'));
}

const view = { repository: 'https://github.com/acme/rocket', required: ['tests'], criteria: new Map<string, string>() };
const words = ['412/412 pass in 0.45 s', 'cannot find value `x` in this scope', 'docs/a.md:12: dead link'];
const ledgers = [28, 100, 300].flatMap((count) =>
  words.map((word) => renderLedger(fold(longFlow(count, word, { advisories: 2 })), view)),
);
/** What tools wrote, what the project made of it, and whole Ledgers. */
const texts = [...textsBelow('test/fixtures'), ...textsBelow('test/golden'), ...ledgers];

const lines = new Set(texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== ''));
const written = new Set(
  [...lines].flatMap((line) => [line, evidence('tests', line).value, tableCell(line), logLine(line)]),
);

test('at most 0.1 % of the evidence lines that fixtures, goldens and Ledgers hold are false alarms', () => {
  const alarms = [...written].flatMap((line) =>
    scan(line)
      .slice(0, 1)
      .map((found) => `${findingText(found)}: ${line.slice(0, 120)}`),
  );
  const rate = alarms.length / written.size;
  expect(written.size).toBeGreaterThanOrEqual(10_000);
  expect(rate <= 0.001 ? [] : alarms).toEqual([]);
});

test('as whole texts, where lines meet, they give no alarm either', () => {
  const alarms = texts.flatMap((text) => scan(text).map(findingText));
  expect(alarms.length).toBeLessThanOrEqual(0.001 * lines.size);
});
