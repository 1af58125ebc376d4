import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatReport, generateAll } from '../../../src/generate.ts';
import { ACTION_NAMES } from '../../../src/registry.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'generate-'));
  cpSync(join(repository, 'workflows-templates/pins'), join(root, 'workflows-templates/pins'), { recursive: true });
  writeFileSync(
    join(root, 'README.md'),
    '# Mine\n\n<!-- commands:start -->\n<!-- commands:end -->\n<!-- actions:start -->\n<!-- actions:end -->\n\nText.\n',
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const generate = (check = false) => generateAll({ root, check });
const QUIET = { changed: [], missing: [], stale: [] };

describe('generateAll', () => {
  test('writes everything once; then there is nothing to do', async () => {
    const first = await generate();
    expect(first.missing).toContain('actions/router/action.yml');
    expect(first.missing).toContain('action.yml');
    expect(first.missing).toContain('workflows-templates/generative.yml');
    expect(first.missing.filter((path) => /^actions\/[^/]+\/action\.yml$/.test(path)).sort()).toEqual(
      ACTION_NAMES.map((name) => `actions/${name}/action.yml`).sort(),
    );
    expect(await generate(true)).toEqual(QUIET);
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toMatch(/^# Mine\n[\s\S]*`impl-creator`[\s\S]*\nText\.\n$/);
  });

  test('check names what is missing, changed and stale, and writes nothing', async () => {
    await generate();
    rmSync(join(root, 'actions/commit/README.md'));
    writeFileSync(join(root, 'action.yml'), 'name: mine\n');
    mkdirSync(join(root, 'actions/gone'));
    const line = '# Generated from src/gone.ts by `npm run generate`. Do not edit.\n';
    writeFileSync(join(root, 'actions/gone/action.yml'), line);
    writeFileSync(join(root, 'actions/gone/notes.md'), 'by hand\n');
    const report = await generate(true);
    expect(report).toEqual({
      missing: ['actions/commit/README.md'],
      changed: ['action.yml'],
      stale: ['actions/gone/action.yml'],
    });
    expect(formatReport(report).at(-1)).toContain('`npm run generate`');
    expect(readFileSync(join(root, 'action.yml'), 'utf8')).toBe('name: mine\n');

    await generate();
    expect(await generate(true)).toEqual(QUIET);
    expect(existsSync(join(root, 'actions/gone/action.yml'))).toBe(false);
    expect(readFileSync(join(root, 'actions/gone/notes.md'), 'utf8')).toBe('by hand\n');
  });

  test('a folder that is left empty goes too', async () => {
    await generate();
    mkdirSync(join(root, 'actions/gone'));
    writeFileSync(join(root, 'actions/gone/action.yml'), '# Generated from a by `npm run generate`. Do not edit.\n');
    await generate();
    expect(existsSync(join(root, 'actions/gone'))).toBe(false);
  });

  test('outside a clone it says so', async () => {
    rmSync(join(root, 'workflows-templates'), { recursive: true });
    await expect(generate(true)).rejects.toThrow(/pins\.yml is not there/);
  });
});
