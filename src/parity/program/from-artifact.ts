import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import { FlowError } from '../../core/errors.ts';
import { printable } from '../../core/text.ts';
import { DIGEST_FILE, PROGRAM, sha256 } from './digest.ts';
import { LIMITS, type Sought } from './program-files.ts';
import { refused } from './read-tar.ts';
import { readZip } from './read-zip.ts';

/** The run whose artifact is wanted, and the way to it. */
export interface ArtifactPlace {
  /** `https://api.github.com`, without a slash at the end. */
  readonly apiUrl: string;
  /** `owner/repo`. */
  readonly repository: string;
  readonly run: number;
  readonly token: string;
}

/** Most bytes of an archive, and of an answer in JSON. */
const MAX_ARCHIVE = LIMITS.program + 64 * 1024;
const MAX_ANSWER = 1024 * 1024;
const SOCKET_MS = 60_000;

interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly expired: boolean;
  /** The host's digest of the archive, `sha256:…`; older hosts give none. */
  readonly digest?: string;
}

/** The program among the artifacts of one run. Throws for an archive that is not what build-cuda.yml uploads. */
export async function fromArtifact(place: ArtifactPlace): Promise<Sought> {
  const { apiUrl, repository, run } = place;
  const at = `${repository}, run ${run}`;
  const listed = await get(place, `${apiUrl}/repos/${repository}/actions/runs/${run}/artifacts?name=${PROGRAM}`);
  if (listed.message.statusCode !== 200) return { none: `the artifacts of ${at} cannot be listed: ${said(listed)}` };
  const artifacts = readList(await body(listed, MAX_ANSWER), at).filter(({ name }) => name === PROGRAM);
  if (artifacts.length === 0) return { none: `${at} has no artifact ${PROGRAM}` };
  const alive = artifacts.filter(({ expired }) => !expired).sort((a, b) => b.id - a.id)[0];
  if (alive === undefined) return { none: `the artifact ${PROGRAM} of ${at} has expired` };
  const answer = await get(place, `${apiUrl}/repos/${repository}/actions/artifacts/${alive.id}/zip`);
  if (answer.message.statusCode !== 200) return { none: `artifact ${alive.id} cannot be downloaded: ${said(answer)}` };
  const archive = await body(answer, MAX_ARCHIVE);
  if (alive.digest !== undefined && alive.digest !== `sha256:${sha256(archive)}`)
    throw refused(
      0,
      `artifact ${alive.id} has sha256 ${sha256(archive)}, the host says ${printable(alive.digest, 80)}`,
    );
  const files = readZip(archive, { [PROGRAM]: LIMITS.program, [DIGEST_FILE]: LIMITS.digest });
  return { files: { program: files.get(PROGRAM)!, digest: files.get(DIGEST_FILE)! } };
}

/** The token goes as a header and not as a handler, which would add it again where a redirect leads. */
async function get({ token }: ArtifactPlace, url: string): Promise<HttpClientResponse> {
  const client = new HttpClient('bitnet-flow', [], { socketTimeout: SOCKET_MS, allowRetries: true, maxRetries: 2 });
  try {
    return await client.get(url, {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    });
  } catch (cause) {
    throw new FlowError('host', `no answer: ${printable((cause as Error).message, 200)}`, {
      at: new URL(url).host,
      fix: 'run it again; a GPU runner behind a proxy needs https_proxy',
      cause,
    });
  }
}

function said({ message }: HttpClientResponse): string {
  const status = message.statusCode ?? 0;
  message.resume();
  const needs = status === 401 || status === 403 || status === 404 ? '; the token needs `actions: read` there' : '';
  return `${status} ${printable(message.statusMessage ?? '', 60)}${needs}`;
}

async function body({ message }: HttpClientResponse, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > limit) {
      message.destroy();
      throw refused(limit, `the host sends more than ${limit} bytes`);
    }
  }
  return Buffer.concat(parts);
}

function readList(bytes: Buffer, at: string): Artifact[] {
  try {
    const { artifacts } = JSON.parse(bytes.toString('utf8')) as { artifacts: readonly Artifact[] };
    return artifacts.map(({ id, name, expired, digest }) => {
      if (!Number.isSafeInteger(id) || id < 1 || typeof name !== 'string' || typeof expired !== 'boolean')
        throw new Error('an artifact without id, name or expired');
      return { id, name, expired, ...(typeof digest === 'string' ? { digest } : {}) };
    });
  } catch (cause) {
    throw new FlowError('host', `the list of artifacts does not parse: ${(cause as Error).message}`, { at, cause });
  }
}
