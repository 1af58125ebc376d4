// Embeds the data of workflows-templates/ and the prompts into TypeScript, so that the bundle needs no files beside it.
//   node scripts/embed.mjs          writes src/core/embedded.ts
//   node scripts/embed.mjs --check  compares, and exits 1 when it is out of date
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { parseDocument } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'src/core/embedded.ts';

function read(folder, extension, parse) {
  const dir = root + folder;
  if (!existsSync(dir)) return {};
  const names = readdirSync(dir)
    .filter((name) => name.endsWith(extension))
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name.slice(0, -extension.length),
      parse(readFileSync(`${dir}/${name}`, 'utf8'), `${folder}/${name}`),
    ]),
  );
}

function yaml(text, file) {
  const document = parseDocument(text, { schema: 'core', strict: true, uniqueKeys: true, merge: false });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw new Error(`${file}: ${problem.message}`);
  return document.toJS({ maxAliasCount: 0 });
}

const embedded = {
  profiles: read('workflows-templates/profiles', '.yml', yaml),
  flows: read('workflows-templates/flows', '.yml', yaml),
  prompts: read('src/agents/prompts', '.md', (text) => text),
};
const source = `// Made by \`node scripts/embed.mjs\` from workflows-templates/{profiles,flows}/*.yml and src/agents/prompts/*.md.
/** Data that comes with this version, as its files hold it; loaders validate it. */
export const embedded: {
  readonly profiles: Readonly<Record<string, unknown>>;
  readonly flows: Readonly<Record<string, unknown>>;
  readonly prompts: Readonly<Record<string, string>>;
} = ${JSON.stringify(embedded)};
`;
const options = await prettier.resolveConfig(root + target);
const text = await prettier.format(source, { ...options, parser: 'typescript' });

if (process.argv.includes('--check')) {
  const current = existsSync(root + target) ? readFileSync(root + target, 'utf8') : '';
  if (current !== text) {
    process.stderr.write(`${target} is out of date. Fix: node scripts/embed.mjs\n`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(root + target, text);
  process.stdout.write(`wrote ${target}\n`);
}
