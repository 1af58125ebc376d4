import { changedFiles, encodePath } from './changed-files.ts';
import type { Commit } from './git-objects.ts';
import type { Profiles } from './profiles.ts';
import { ApiProblem, invalid, nodeId, notFound, page } from './reply.ts';
import type { Handlers } from './reply.ts';
import type { Repository } from './repository.ts';

const r = '/repos/{owner}/{repo}';

/** Refs, commits, trees, blobs, contents and comparisons, answered from the bare repository. */
export function gitRoutes(options: {
  url: string;
  owner: string;
  repo: string;
  repository: Repository;
  profiles: Profiles;
}): Handlers {
  const { repository, url } = options;
  const full = `${options.owner}/${options.repo}`;
  const api = `${url}/repos/${full}`;

  const showRef = (ref: string, sha: string) => ({
    ref,
    node_id: nodeId('Ref', ref),
    url: `${api}/git/${ref}`,
    object: { sha, type: 'commit', url: `${api}/git/commits/${sha}` },
  });
  const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
  const showGitCommit = (commit: Commit) => ({
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${url}/${full}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${url}/${full}/commit/${sha}`,
    })),
    verification: unsigned,
  });
  const showCommit = async (commit: Commit) => ({
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${url}/${full}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: unsigned,
    },
    author: await options.profiles.byEmail(commit.author.email),
    committer: await options.profiles.byEmail(commit.committer.email),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${url}/${full}/commit/${sha}`,
    })),
  });
  const commits = async (...revisions: string[]) => {
    const { stdout } = await repository.git('rev-list', '--max-count=250', ...revisions, '--');
    const shas = stdout.split('\n').filter((sha) => sha !== '');
    const read = await Promise.all(shas.map((sha) => repository.commit(sha)));
    return read.filter((commit) => commit !== undefined);
  };
  const required = async (revision: string): Promise<string> => {
    const sha = await repository.commitSha(revision);
    if (sha === undefined) throw notFound();
    return sha;
  };
  const files = (base: string, head: string) => changedFiles(repository, { url, full }, base, head);

  return {
    [`GET ${r}/git/ref/{ref}`]: async ({ params }) => {
      const ref = `refs/${params['ref'] ?? ''}`;
      return { status: 200, body: showRef(ref, await required(ref)) };
    },
    [`GET ${r}/git/matching-refs/{ref}`]: async ({ params }) => {
      const found = await repository.refs(`refs/${params['ref'] ?? ''}`);
      return { status: 200, body: found.map(({ ref, sha }) => showRef(ref, sha)) };
    },
    [`POST ${r}/git/refs`]: async ({ body }) => {
      const { ref, sha } = body;
      if (typeof ref !== 'string' || !/^refs\/[^/]+\/./.test(ref)) {
        throw new ApiProblem(422, 'Reference name must start with "refs/" and have at least two slashes');
      }
      if (typeof sha !== 'string' || (await repository.commitSha(sha)) !== sha) {
        throw new ApiProblem(422, 'Object does not exist');
      }
      if ((await repository.git('check-ref-format', ref)).code !== 0) {
        throw new ApiProblem(422, `"${ref}" is not a valid ref name.`);
      }
      // The zero id makes git create the ref or fail: two creators cannot both succeed.
      const made = await repository.git('update-ref', ref, sha, '0'.repeat(40));
      if (made.code !== 0) throw new ApiProblem(422, 'Reference already exists');
      return { status: 201, body: showRef(ref, sha), headers: { location: `${api}/git/${ref}` } };
    },
    [`PATCH ${r}/git/refs/{ref}`]: async ({ params, body }) => {
      const ref = `refs/${params['ref'] ?? ''}`;
      const old = await repository.commitSha(ref);
      if (old === undefined) throw new ApiProblem(422, 'Reference does not exist');
      const sha = body['sha'];
      if (typeof sha !== 'string' || (await repository.commitSha(sha)) !== sha) {
        throw new ApiProblem(422, 'Object does not exist');
      }
      const forward = (await repository.git('merge-base', '--is-ancestor', old, sha)).code === 0;
      if (!forward && body['force'] !== true) throw new ApiProblem(422, 'Update is not a fast forward');
      const moved = await repository.git('update-ref', ref, sha, old);
      if (moved.code !== 0) throw new ApiProblem(422, 'Reference cannot be updated');
      return { status: 200, body: showRef(ref, sha) };
    },
    [`DELETE ${r}/git/refs/{ref}`]: async ({ params }) => {
      const ref = `refs/${params['ref'] ?? ''}`;
      const old = await repository.commitSha(ref);
      if (old === undefined) throw new ApiProblem(422, 'Reference does not exist');
      await repository.git('update-ref', '-d', ref, old);
      return { status: 204 };
    },
    [`GET ${r}/git/commits/{commit_sha}`]: async ({ params }) => {
      const sha = params['commit_sha'] ?? '';
      const commit = /^[0-9a-f]{40}$/.test(sha) ? await repository.commit(sha) : undefined;
      if (!commit) throw notFound();
      return { status: 200, body: showGitCommit(commit) };
    },
    [`GET ${r}/git/trees/{tree_sha}`]: async ({ params, query }) => {
      const revision = params['tree_sha'] ?? '';
      const sha = (await repository.commitSha(revision)) ?? revision;
      const root = await repository.tree(sha);
      if (!root) throw notFound();
      const rows: unknown[] = [];
      const walk = async (tree: string, prefix: string): Promise<void> => {
        for (const entry of (await repository.tree(tree))?.entries ?? []) {
          const kind = entry.type === 'tree' ? 'trees' : 'blobs';
          const size = entry.type === 'blob' ? { size: (await repository.blob(entry.sha))?.data.length ?? 0 } : {};
          rows.push({ ...entry, path: prefix + entry.path, ...size, url: `${api}/git/${kind}/${entry.sha}` });
          if (entry.type === 'tree' && query.has('recursive')) await walk(entry.sha, `${prefix}${entry.path}/`);
        }
      };
      await walk(root.sha, '');
      return {
        status: 200,
        body: { sha: root.sha, url: `${api}/git/trees/${root.sha}`, tree: rows, truncated: false },
      };
    },
    [`GET ${r}/git/blobs/{file_sha}`]: async ({ params }) => {
      const sha = params['file_sha'] ?? '';
      const blob = /^[0-9a-f]{40}$/.test(sha) ? await repository.blob(sha) : undefined;
      if (!blob) throw notFound();
      const content = blob.data.toString('base64');
      const body = { sha, node_id: nodeId('Blob', sha), size: blob.data.length, encoding: 'base64', content };
      return { status: 200, body: { ...body, url: `${api}/git/blobs/${sha}` } };
    },
    [`GET ${r}/branches/{branch}`]: async ({ params }) => {
      const branch = params['branch'] ?? '';
      const commit = await repository.commit(await required(`refs/heads/${branch}`));
      if (!commit) throw notFound();
      const self = `${api}/branches/${branch}`;
      const protection_url = `${self}/protection`;
      const links = { self, html: `${url}/${full}/tree/${branch}` };
      const protection = {
        enabled: false,
        required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
      };
      const body = { name: branch, commit: await showCommit(commit), _links: links, protected: false, protection };
      return { status: 200, body: { ...body, protection_url } };
    },
    [`GET ${r}/commits`]: async (call) => {
      const sha = await required(call.query.get('sha') ?? 'HEAD');
      const { items, headers } = page(call, url, await commits(sha));
      return { status: 200, headers, body: await Promise.all(items.map(showCommit)) };
    },
    [`GET ${r}/commits/{ref}`]: async ({ params }) => {
      const revision = params['ref'] ?? '';
      const sha = await repository.commitSha(revision);
      const commit = sha === undefined ? undefined : await repository.commit(sha);
      if (!commit) throw new ApiProblem(422, `No commit found for SHA: ${revision}`);
      const changed = await files(commit.parents[0] ?? emptyTree, commit.sha);
      const sum = (key: 'additions' | 'deletions') => changed.reduce((total, file) => total + file[key], 0);
      const stats = {
        additions: sum('additions'),
        deletions: sum('deletions'),
        total: sum('additions') + sum('deletions'),
      };
      return { status: 200, body: { ...(await showCommit(commit)), stats, files: changed } };
    },
    [`GET ${r}/compare/{basehead}`]: async (call) => {
      const [, left = '', right = ''] = /^(.+?)\.\.\.(.+)$/.exec(call.params['basehead'] ?? '') ?? [];
      const [base, head] = [await required(left), await required(right)];
      const merge = (await repository.git('merge-base', base, head)).stdout.trim();
      if (merge === '') throw new ApiProblem(404, `No common ancestor between ${left} and ${right}.`);
      const [ahead, behind] = [await commits(head, `^${base}`), await commits(base, `^${head}`)];
      const [baseCommit, mergeCommit] = [await repository.commit(base), await repository.commit(merge)];
      if (!baseCommit || !mergeCommit) throw notFound();
      const status =
        ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical';
      const html = `${url}/${full}/compare/${left}...${right}`;
      const body = {
        url: `${api}/compare/${left}...${right}`,
        html_url: html,
        permalink_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        base_commit: await showCommit(baseCommit),
        merge_base_commit: await showCommit(mergeCommit),
        status,
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: await Promise.all(ahead.reverse().map(showCommit)),
        files: await files(merge, head),
      };
      return { status: 200, body };
    },
    [`GET ${r}/contents/{path}`]: async ({ params, query }) => {
      const path = (params['path'] ?? '').replace(/^\/+|\/+$/g, '');
      const sha = await required(query.get('ref') ?? 'HEAD');
      const blob = await repository.blob(`${sha}:${path}`);
      if (!blob) throw notFound();
      const self = `${api}/contents/${encodePath(path)}?ref=${sha}`;
      const git_url = `${api}/git/blobs/${blob.sha}`;
      const html_url = `${url}/${full}/blob/${sha}/${encodePath(path)}`;
      const body = {
        type: 'file',
        encoding: 'base64',
        size: blob.data.length,
        name: path.split('/').at(-1) ?? path,
        path,
        content: blob.data.toString('base64'),
        sha: blob.sha,
        url: self,
        git_url,
        html_url,
        download_url: `${url}/${full}/raw/${sha}/${encodePath(path)}`,
        _links: { self, git: git_url, html: html_url },
      };
      return { status: 200, body };
    },
  };
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** GitHub's 422 for a sha that the repository does not hold. */
export const noCommit = (resource: string, sha: string) =>
  invalid(resource, 'head_sha', 'custom', `No commit found for SHA: ${sha}`);
