// Builds dist/ from src/ and kernels/: the ncc bundle of all actions, the one of the CLI, the one of what needs kernels, and the one that signs, with
// the licences of what they hold. The stubs beside index.js come from `npm run generate`.
//   node scripts/build.mjs           writes dist/index.js, dist/{cli,parity,attest}/index.js and their licences
//   node scripts/build.mjs --check   builds into a temporary folder and compares; exits 1 and names the files when they differ
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import swc from '@swc/core';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** Version of an installed package. */
function version(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Every job downloads dist at its ref, so its size is paid by every job. The CLI and what it starts are for people and are not counted. */
const MAX_BYTES = 2_500_000;
const MAX_PACKED_BYTES = 600_000;

/** Parts of the embedded host; they stay in node_modules and are no part of any bundle. */
const NEVER_BUNDLED = ['emulate', '@actions/workflow-parser', '@actions/languageservice', '@actions/expressions'];

/** What only a measurement needs; no action loads it. */
const PARITY_ALONE = ['@actions/cache', 'gpu.js'];

/** What only signing and checking signatures need: one action and one command start them. */
const ATTEST_ALONE = ['@actions/attest', '@sigstore/sign', '@sigstore/verify', 'make-fetch-happen'];

/**
 * Packages that are bundled from a copy without comments, because size and start of dist are paid by every job. Names stay: dist is code that
 * people read before they trust it. Moreover zod comes without its translations, and @actions/github with what github.ts uses of it: `request` and `graphql`, no methods made
 * from the list of all endpoints, and no HTTP client, for it is given a `fetch` (toolkit-fetch.ts) that knows the runner's proxy.
 * A package that imports one of these is copied too.
 */
const SHORTENED = {
  zod: { 'v4/locales/index.js': 'export { default as en } from "./en.js";\n' },
  undici: {
    'index.js': [
      "exports.fetch = () => { throw new Error('undici is left out of this bundle: see SHORTENED in scripts/build.mjs'); };",
      'exports.ProxyAgent = class {};',
      '',
    ].join('\n'),
  },
  '@actions/github': {
    'node_modules/@actions/http-client/lib/index.js':
      'exports.HttpClient = class { getAgent() {} getAgentDispatcher() {} };\n',
  },
  '@octokit/plugin-rest-endpoint-methods': { 'dist-src/index.js': 'export const restEndpointMethods = () => ({});\n' },
  '@octokit/plugin-paginate-rest': { 'dist-bundle/index.js': 'export const paginateRest = () => ({});\n' },
  // Signing asks the host for a token over HTTP; no action does so yet, and the client for it is a third of the bundle.
  '@actions/core': {
    'lib/oidc-utils.js':
      "export class OidcClient { static getIDToken() { throw new Error('OIDC is left out of this bundle: see SHORTENED in scripts/build.mjs'); } }\n",
  },
  '@actions/exec': {},
  // Its package.json is there for a version alone.
  '@actions/cache': {
    'lib/internal/shared/package-version.cjs': `module.exports = { version: '${version('@actions/cache')}' };\n`,
  },
  '@actions/glob': {},
  // Only a download is wanted, of a megabyte; a client that tells no length makes @actions/cache take the runner's own HTTP client for it.
  '@azure/storage-blob': {
    'dist/esm/index.js': [
      'export class BlockBlobClient { getProperties() { return Promise.resolve({}); } }',
      "export class BlobClient { constructor() { throw new Error('uploads are left out of this bundle: see SHORTENED in scripts/build.mjs'); } }",
      '',
    ].join('\n'),
  },
  '@actions/http-client': {},
  '@actions/io': {},
  // Of its functions those that src/core/perf uses, from its own sources.
  'simple-statistics': {
    'dist/simple-statistics.mjs': [
      "export { default as bisect } from '../src/bisect.js';",
      "export { default as iqr } from '../src/interquartile_range.js';",
      "export { default as max } from '../src/max.js';",
      "export { default as mean } from '../src/mean.js';",
      "export { default as median } from '../src/median.js';",
      "export { default as min } from '../src/min.js';",
      "export { default as quantile } from '../src/quantile.js';",
      '',
    ].join('\n'),
  },
  // Of these one statement is signed and nothing is stored or cached: the client of the host, the disk cache and the tables of character sets are left out.
  '@actions/attest': {
    'lib/store.js':
      "export const writeAttestation = () => { throw new Error('left out of this bundle: see SHORTENED in scripts/build.mjs'); };\n",
    'lib/artifactMetadata.js': 'export const createStorageRecord = undefined;\n',
    'lib/provenance.js':
      'export const attestProvenance = undefined;\nexport const buildSLSAProvenancePredicate = undefined;\n',
  },
  '@sigstore/sign': {},
  '@sigstore/verify': {},
  '@sigstore/bundle': {},
  '@sigstore/core': {},
  '@sigstore/protobuf-specs': {},
  'make-fetch-happen': {},
  'minipass-fetch': {},
  cacache: { 'lib/index.js': 'module.exports = {};\n' },
  encoding: { 'lib/encoding.js': 'module.exports = { convert: (text) => text };\n' },
  yaml: {},
};

/** What talks to GitHub, and the packages it needs. */
const HOST_FILES = ['host.js', 'host-packages.js'];

/** gpu.js is more than half of what can measure, and only a comparison loads it. */
const GPU_FILE = 'gpu.js';

const BUNDLES = [
  { entry: 'index', out: '' },
  { entry: 'cli', out: 'cli' },
  { entry: 'parity', out: 'parity' },
  { entry: 'attest', out: 'attest' },
];

/** TypeScript to JavaScript, file by file: ncc's own loader knows neither `.ts` specifiers nor TypeScript 6. */
function transpile(folder) {
  const sources = ['src', 'kernels'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true })
      .map((path) => join(room, String(path)))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')),
  );
  for (const path of sources) {
    if (/^src[\\/]local[\\/]/.test(path)) continue;
    const { outputText } = ts.transpileModule(readFileSync(join(root, path), 'utf8'), {
      fileName: path,
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
        removeComments: true,
      },
    });
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, markImports(outputText));
  }
  // Without a `type` ncc reads ES modules and writes CommonJS, which starts as fast and lets a stub be one line.
  writeFileSync(join(folder, 'package.json'), '{}\n');
}

function shorten(folder) {
  for (const [name, files] of Object.entries(SHORTENED)) {
    const target = join(folder, 'node_modules', name);
    // zod's sources and older versions, yaml's build for browsers, and what the disk cache needs are never imported.
    const wanted = (path) =>
      Object.keys(files).some((file) => path.endsWith(join(name, file))) ||
      /[\\/]LICEN[CS]E\.md$/i.test(path) ||
      !/\.(ts|cts|mts|cjs|map|md)$|[\\/](zod[\\/](src|v3|mini|v4[\\/]mini)|locales[\\/](?!en\.|index\.).*|yaml[\\/]browser|storage-blob[\\/]dist[\\/](?!esm).*|cacache[\\/]node_modules[\\/].*)$/.test(
        path,
      );
    cpSync(join(root, 'node_modules', name), target, { recursive: true, filter: wanted });
    for (const [path, text] of Object.entries(files)) {
      if (!existsSync(join(target, path)))
        throw new Error(`${name} has no ${path} any more; look at SHORTENED in scripts/build.mjs`);
      writeFileSync(join(target, path), text);
    }
    const sources = readdirSync(target, { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.js'));
    for (const path of sources) {
      const code = readFileSync(join(target, path), 'utf8');
      if (code.length >= WORTH_SHORTENING) writeFileSync(join(target, path), shorter(code));
    }
  }
}

/** Characters below which a file is not worth the time it takes to make it shorter. */
const WORTH_SHORTENING = 4_000;

/** The same code without its comments; one that is a licence stays. */
function shorter(code) {
  const module = /^(import|export)\b/m.test(code);
  return swc.minifySync(code, {
    module,
    compress: false,
    mangle: false,
    format: { comments: 'some', beautify: true },
  }).code;
}

/**
 * What talks to GitHub is more than half of all code, and only what reads or writes there loads it: it gets files of its own, as gpu.js does. Every other
 * `import()` keeps its laziness but makes no file, and the embedded host is not there at all in a bundle.
 */
function markImports(code) {
  return code.replace(/\bimport\(\s*(['"])([^'"]+)\1/g, (_, quote, path) => {
    const host =
      /(\/flow\/(admit|control|ledger-update|sweep)|\/(merge\/(guard|board)|attest\/action|tier\/(resolve|watch|report))|\/github\/(client|host))\.js$/.test(
        path,
      );
    const chunk = host ? 'host' : path === GPU_FILE ? 'gpu' : undefined;
    const mark = /^\.{1,2}\/local\//.test(path)
      ? 'webpackIgnore: true'
      : chunk === undefined
        ? 'webpackMode: "eager"'
        : `webpackChunkName: "${chunk}"`;
    return `import(/* ${mark} */ ${quote}${path}${quote}`;
  });
}

/**
 * webpack splits the host's part in two, ours and the packages', and numbers all parts anew whenever the code changes: names that stay make
 * a difference of two builds readable.
 */
function namePartFiles(out) {
  const split = readdirSync(out).filter((file) => /^\d+\.index\.js$/.test(file));
  if (split.length === 0) return;
  const names = Object.fromEntries(
    split.map((file) => {
      const code = readFileSync(join(out, file), 'utf8');
      const name = code.includes('class GitHubHost')
        ? HOST_FILES[0]
        : code.includes('class WebAssemblyKernel')
          ? GPU_FILE
          : HOST_FILES[1];
      return [file.split('.')[0], name];
    }),
  );
  const index = readFileSync(join(out, 'index.js'), 'utf8');
  const named = index.replace('"" + chunkId + ".index.js"', `(${JSON.stringify(names)})[chunkId]`);
  if (new Set(Object.values(names)).size !== split.length || named === index) {
    const expected = [...HOST_FILES, GPU_FILE].join(' and ');
    throw new Error(`the bundle falls into other files than ${expected}: ${split.join(', ')}`);
  }
  writeFileSync(join(out, 'index.js'), named);
  for (const [id, name] of Object.entries(names)) renameSync(join(out, `${id}.index.js`), join(out, name));
}

const LICENCES = 'licenses.txt';

/** ncc writes the licences of each part of a bundle on their own, and under one name the last would overwrite the others. */
function joinLicences(out) {
  const parts = readdirSync(out)
    .filter((file) => file.endsWith(`.${LICENCES}`))
    .sort();
  if (parts.length === 0) return;
  writeFileSync(
    join(out, LICENCES),
    parts.map((file) => readFileSync(join(out, file), 'utf8').trimEnd()).join('\n\n') + '\n',
  );
  for (const file of parts) rmSync(join(out, file));
}

/** Throws when a package that the bundle names in its code has no licence there. */
function checkAllLicensed(out, entry) {
  const held = existsSync(join(out, LICENCES)) ? readFileSync(join(out, LICENCES), 'utf8').split('\n') : [];
  const code = readdirSync(out)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(out, file), 'utf8'))
    .join('\n');
  const named = [...code.matchAll(/CONCATENATED MODULE: \S*node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/g)].map(
    ([, name]) => name,
  );
  const missing = [...new Set(named)].filter((name) => !held.includes(name));
  if (missing.length > 0) throw new Error(`the ${entry} bundle has no licence of ${missing.join(', ')}`);
}

function bundle(entry, out) {
  const ncc = require.resolve('@vercel/ncc/dist/ncc/cli.js');
  const argv = [ncc, 'build', entry, '--out', out, '--license', `[name].${LICENCES}`, '--no-cache', '--quiet'];
  return new Promise((resolve, reject) => {
    // ncc resolves packages from the entry's folder upward, which must therefore lie below the clone.
    const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`ncc failed on ${relative(root, entry)}:\n${stderr}`)),
    );
  });
}

/** Builds into `target` and returns the paths it made, relative to it. */
async function build(target) {
  const work = join(root, 'build', 'js');
  rmSync(work, { recursive: true, force: true });
  transpile(work);
  shorten(work);
  const made = ['package.json'];
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), '{ "type": "commonjs" }\n');
  const present = BUNDLES.filter(({ entry }) => existsSync(join(work, 'src', `${entry}.js`)));
  for (const { entry } of present) {
    const out = join(work, 'out', entry);
    await bundle(join(work, 'src', `${entry}.js`), out);
    namePartFiles(out);
    joinLicences(out);
    checkAllLicensed(out, entry);
    if (entry === 'parity' && !existsSync(join(out, GPU_FILE)))
      throw new Error(`gpu.js is not in a file of its own: look at markImports in scripts/build.mjs`);
    const parted = HOST_FILES.filter((file) => existsSync(join(out, file)));
    if (entry === 'index' && parted.length !== HOST_FILES.length)
      throw new Error(`what talks to GitHub is not in files of its own: look at markImports in scripts/build.mjs`);
  }
  for (const { entry, out } of present) {
    mkdirSync(join(target, out), { recursive: true });
    for (const file of readdirSync(join(work, 'out', entry), { recursive: true })
      .map(String)
      .sort()) {
      if (file === 'package.json') continue;
      if (!['index.js', 'licenses.txt', ...HOST_FILES, GPU_FILE].includes(file))
        throw new Error(`the ${entry} bundle has a file of its own: ${file}`);
      cpSync(join(work, 'out', entry, file), join(target, out, file));
      made.push(join(out, file));
    }
    // ncc writes none for a bundle that holds no packages.
    const licences = join(work, 'out', entry, 'licenses.txt');
    if (existsSync(licences)) checkLicences(readFileSync(licences, 'utf8'), entry);
  }
  return made;
}

function checkLicences(licences, entry) {
  const never = [
    ...NEVER_BUNDLED,
    ...(entry === 'parity' ? [] : PARITY_ALONE),
    ...(entry === 'attest' ? [] : ATTEST_ALONE),
  ];
  const held = licences.split('\n').filter((line) => never.includes(line.trim()));
  if (held.length > 0)
    throw new Error(`the ${entry} bundle holds ${held.join(', ')}; import it by \`import('../local/…')\` only`);
}

/** Throws when what a job downloads is over its limits. */
function checkSize(target) {
  const files = readdirSync(target).filter((name) => !['cli', 'parity', 'attest'].includes(name));
  const parts = files.map((name) => readFileSync(join(target, name)));
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  // A tar block per file stands for its header.
  const packed = gzipSync(Buffer.concat(parts.flatMap((part, i) => [Buffer.alloc(512, files[i]), part])), {
    level: 9,
  }).length;
  const mb = (value) => `${(value / 1e6).toFixed(2)} MB`;
  if (bytes > MAX_BYTES) throw new Error(`dist has ${mb(bytes)}, at most ${mb(MAX_BYTES)}`);
  if (packed > MAX_PACKED_BYTES) throw new Error(`dist has ${mb(packed)} packed, at most ${mb(MAX_PACKED_BYTES)}`);
  return `${files.length} files, ${mb(bytes)}, ${mb(packed)} packed`;
}

async function main() {
  const dist = join(root, 'dist');
  if (!process.argv.includes('--check')) {
    await build(dist);
    process.stdout.write(`dist: ${checkSize(dist)}\n`);
    return;
  }
  mkdirSync(join(root, 'build'), { recursive: true });
  const fresh = mkdtempSync(join(root, 'build', 'check-'));
  try {
    const made = await build(fresh);
    const same = (file) =>
      existsSync(join(dist, file)) && readFileSync(join(dist, file)).equals(readFileSync(join(fresh, file)));
    const different = made.filter((file) => !same(file));
    for (const file of different) process.stderr.write(`dist/${file} is not what src/ gives\n`);
    if (different.length > 0) {
      process.stderr.write('run `npm run build` and commit the result\n');
      process.exitCode = 1;
    } else {
      process.stdout.write(`dist is what src/ gives: ${checkSize(dist)}\n`);
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

await main();
