import { describe, expect, test } from '@jest/globals';
import { resolveHost, type HostFlags } from '../../../src/commands/host.ts';

const TOKEN = { GITHUB_TOKEN: 'ghp_secret' };
const none = (): string | undefined => undefined;
const shown = (flags: HostFlags, env: Record<string, string | undefined>, origin = none) => {
  const { owner, repo, apiUrl, token } = resolveHost(flags, env, origin);
  return `${owner}/${repo} ${apiUrl} ${token}`;
};

describe('which repository a command works on', () => {
  test.each<[string, HostFlags, Record<string, string>, string | undefined, string]>([
    ['the flag', { repo: 'acme/demo' }, TOKEN, undefined, 'acme/demo https://api.github.com ghp_secret'],
    [
      'the flag before the environment',
      { repo: 'acme/demo' },
      { ...TOKEN, GITHUB_REPOSITORY: 'other/one' },
      undefined,
      'acme/demo https://api.github.com ghp_secret',
    ],
    [
      'the environment before the folder',
      {},
      { ...TOKEN, GITHUB_REPOSITORY: 'acme/demo' },
      'https://github.com/other/one.git',
      'acme/demo https://api.github.com ghp_secret',
    ],
    ['https', {}, TOKEN, 'https://github.com/acme/demo.git', 'acme/demo https://api.github.com ghp_secret'],
    [
      'https with a user',
      {},
      TOKEN,
      'https://x-access-token:t@github.com/acme/demo',
      'acme/demo https://api.github.com ghp_secret',
    ],
    ['scp-like', {}, TOKEN, 'git@github.com:acme/demo.git', 'acme/demo https://api.github.com ghp_secret'],
    ['ssh', {}, TOKEN, 'ssh://git@github.com/acme/demo.git', 'acme/demo https://api.github.com ghp_secret'],
    ['ssh with a port', {}, TOKEN, 'ssh://git@github.com:22/a-b/d.e_f', 'a-b/d.e_f https://api.github.com ghp_secret'],
    [
      'another server with its API',
      { apiUrl: 'https://git.example.com/api/v3/' },
      TOKEN,
      'https://git.example.com/acme/demo',
      'acme/demo https://git.example.com/api/v3 ghp_secret',
    ],
    [
      'an API from the environment',
      { repo: 'acme/demo' },
      { GITHUB_API_URL: 'http://127.0.0.1:4000', GH_TOKEN: 'gho_x', GITHUB_TOKEN: '' },
      undefined,
      'acme/demo http://127.0.0.1:4000 gho_x',
    ],
  ])('%s', (_, flags, env, origin, expected) => expect(shown(flags, env, () => origin)).toBe(expected));

  test.each<[string, HostFlags, Record<string, string>, string | undefined, RegExp]>([
    ['no token', { repo: 'acme/demo' }, {}, undefined, /GITHUB_TOKEN and GH_TOKEN are not set.* Fix: .*gh auth token/],
    ['no repository', {}, TOKEN, undefined, /no origin remote.* Fix: give --repo owner\/name/],
    ['a folder as origin', {}, TOKEN, '/srv/git/demo.git', /names no server/],
    ['a name without owner', { repo: 'demo' }, TOKEN, undefined, /\(--repo\): "demo" is not the name/],
    ['A-13 a path in the name', { repo: 'acme/../x' }, TOKEN, undefined, /is not the name/],
    ['A-13 dots as the name', { repo: 'acme/..' }, TOKEN, undefined, /is not the name/],
    [
      'another server without its API',
      {},
      TOKEN,
      'https://git.example.com/acme/demo.git',
      /on git\.example\.com.*--api-url/,
    ],
    [
      'a server that ends like github.com',
      {},
      TOKEN,
      'https://evilgithub.com/acme/demo.git',
      /on evilgithub\.com, which is not github\.com/,
    ],
    ['an API that is none', { repo: 'acme/demo', apiUrl: 'api.github.com' }, TOKEN, undefined, /address of an API/],
    ['a file as API', { repo: 'acme/demo', apiUrl: 'file:///etc' }, TOKEN, undefined, /address of an API/],
  ])('%s is a usage error', (_, flags, env, origin, expected) => {
    let said = '';
    try {
      resolveHost(flags, env, () => origin);
    } catch (error) {
      said = (error as { toLine(): string }).toLine();
    }
    expect(said).toMatch(/^bad-input \(/);
    expect(said).toMatch(expected);
    expect(said).not.toContain('ghp_secret');
  });
});
