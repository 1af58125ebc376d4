import { createHash } from 'node:crypto';
import type { ActionDefinition } from '../core/action.ts';
import { HOME_REPOSITORY, MIRROR_OWNER, usesMirror } from '../core/published.ts';
import { renderActionYml } from './action-yml.ts';
import { renderActionReadme, type ReadmePin } from './readme.ts';
import { renderStub } from './stub.ts';

/** What mirrors are assembled from, besides the definitions. */
export interface MirrorSource {
  readonly version: string;
  readonly checkout: ReadmePin;
  /** Text of the project's own LICENSE. */
  readonly license: Uint8Array;
  /** Files of dist/, by name. */
  readonly dist: ReadonlyMap<string, Uint8Array>;
}

/** Content of a repository, by path. */
export type MirrorFiles = ReadonlyMap<string, Uint8Array>;

/** The manifest of all mirrors, in the format of `sha256sum`. */
export const MANIFEST = 'SHA256SUMS';

/** The command that assembles mirrors, for the headers of their files. */
const COMMAND = 'bitnet-flow mirror';

/** Every action needs the bundle and the licences of what it holds. */
const BUNDLE = ['index.js', 'licenses.txt', 'package.json'];

/** What talks to GitHub, loaded when an action does so. */
const HOST_PARTS = ['host.js', 'host-packages.js'];

/** What measures, a process of its own. */
const PARITY_PARTS = ['index.js', 'gpu.js', 'host-packages.js', 'licenses.txt'].map((file) => `parity/${file}`);

/** What signs, a process of its own. */
const ATTEST_PARTS = ['index.js', 'licenses.txt'].map((file) => `attest/${file}`);

/** Files of dist/ that an action needs to run. Only one that is given a token can talk to GitHub. */
export function distFilesOf(definition: ActionDefinition): string[] {
  const host = 'token' in definition.inputs.shape ? HOST_PARTS : [];
  const measures = definition.measures === true ? PARITY_PARTS : [];
  const signs = definition.signs === true ? ATTEST_PARTS : [];
  return [...BUNDLE, ...host, ...measures, ...signs, `${definition.name}.js`];
}

/** The repository of one action: it runs by itself, with nothing but Node. */
export function mirrorFiles(definition: ActionDefinition, source: MirrorSource): MirrorFiles {
  const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');
  const files = new Map<string, Uint8Array>([
    ['LICENSE', source.license],
    ['README.md', text(readme(definition, source))],
    ['action.yml', text(renderActionYml(definition, `dist/${definition.name}.js`, COMMAND))],
  ]);
  for (const name of distFilesOf(definition)) {
    const stub = name === `${definition.name}.js`;
    files.set(`dist/${name}`, stub ? text(renderStub(definition)) : source.dist.get(name)!);
  }
  return files;
}

/** `SHA256SUMS` of mirrors: `sha256sum --check SHA256SUMS` in their folder verifies every file. */
export function checksums(mirrors: ReadonlyMap<string, MirrorFiles>): string {
  const lines = [...mirrors].flatMap(([name, files]) =>
    [...files].map(([path, bytes]) => [`${name}/${path}`, createHash('sha256').update(bytes).digest('hex')] as const),
  );
  return lines
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('');
}

function readme(definition: ActionDefinition, { checkout, version }: MirrorSource): string {
  const home = `https://github.com/${HOME_REPOSITORY}`;
  const url = `https://github.com/${MIRROR_OWNER}/${definition.name}`;
  return renderActionReadme(definition, checkout, {
    command: COMMAND,
    uses: usesMirror(definition.name),
    end: [
      '## Pin it',
      `A tag can move, a commit cannot. \`git ls-remote ${url} 'refs/tags/v*'\` lists them; lines that end in \`^{}\` have the commits.`,
      `\`gh attestation verify dist/index.js --repo ${HOME_REPOSITORY}\` says which commit and workflow run released a file.`,
      '## Where it comes from',
      `Assembled from [${HOME_REPOSITORY}](${home}) ${version} by \`${COMMAND}\`; issues and changes go there. The code is that of ` +
        `\`actions/${definition.name}\` in the release of the same version.`,
      'MIT, see [LICENSE](LICENSE). What the bundle contains is licensed as [dist/licenses.txt](dist/licenses.txt) says.',
    ],
  });
}
