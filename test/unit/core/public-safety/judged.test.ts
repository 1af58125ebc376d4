import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allowedNameSchema } from '../../../../src/core/public-safety/allowed.ts';
import { fieldsOf } from '../../../../src/core/public-safety/fields.ts';
import { findingText } from '../../../../src/core/public-safety/finding.ts';
import { redacted } from '../../../../src/core/public-safety/redact.ts';
import { scan, scanBytes } from '../../../../src/core/public-safety/scan.ts';
import { withoutWorkFolders } from '../../../../src/core/public-safety/work-folders.ts';
import { ENCODINGS } from './encodings.ts';
import { noise, VALUES } from './values.ts';

// Put together here, so that no file of this repository holds one.
const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
const home = ['', 'home', 'ada', 'models'].join('/');
const address = [10, 20, 30, 40].join('.');
const host = ['build', 'internal'].join('.');

describe('what reads alike and is nobody’s business', () => {
  test.each([
    'loopback 127.0.0.1:8080, ::1, localhost and 0.0.0.0',
    'documentation 192.0.2.1, 198.51.100.7, 203.0.113.9 and 2001:db8::1',
    'public 8.8.8.8, 172.15.0.1, 172.32.0.1, 100.63.0.1, 192.169.1.1 and 2606:4700::1111',
    `networks ${['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', 'fc00::/7', 'fe80::/10'].join(', ')}`,
    'versions 1.10.0.0.1, v10.2.0.1, lib-10.2.0.1, 10.2.0',
    'a time 10:20:30, a path a::b::c, a range 1::2 and fade::dead',
    'placeholders /home/<user>, /home/$USER, /home/user/x, /Users/you, C:\\Users\\Public, ~/x',
    'relative src/home/ada/x, ./root/x, crates/root.rs, an address https://example.org/home/ada and /rootfs',
    '.env.local, config.local.json, this.local(1), node:internal/modules, jdk.internal.misc.Unsafe',
    'names tests-are-good, a-bcdfgh-ijklm, sha256-deadbeef, task-list-of-the-day',
    'prefixes ghp_, sk-, npm_config_registry=x, hf_model_name, task-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    `a key for documentation ${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}`,
    `a placeholder ${['gh', 'p_'].join('')}${'x'.repeat(36)}`,
    'https://user:password@example.org, https://user:$TOKEN@host, ssh://git@github.com:22/x',
    '-----BEGIN CERTIFICATE----- and -----BEGIN PUBLIC KEY-----',
    'GPU-00000000-0000-0000-0000-000000000000 and GPU-0',
  ])('%s', (text) => {
    expect(scan(text)).toEqual([]);
  });
});

describe('A-63: what is no placeholder', () => {
  test.each([
    ['a compiler option', `gcc -I${home}/include`, 'home-path'],
    ['a file address', `file://${home}`, 'home-path'],
    ['a drive of a shell', ['', 'c', 'Users', 'ada', 'x'].join('/'), 'home-path'],
    ['a path in JSON', JSON.stringify(['C:', 'Users', 'ada'].join('\\')), 'home-path'],
    ['root', 'cannot open ' + '/ro' + 'ot/.cargo', 'home-path'],
    ['a port', `http://${address}:8080/x`, 'private-address'],
    ['the end of a sentence', `no route to ${address}.`, 'private-address'],
    ['an address in brackets', `http://[${'fd12:3456'}::1]:80/`, 'private-address'],
    ['an address in the other family', `::ffff:${address}`, 'private-address'],
    ['an address with its zone', `${'fe80'}::1%eth0`, 'link-local-address'],
    ['the same as a library prints it', `[::ffff:${'a14'}:1e28]`, 'private-address'],
    ['a file of this very machine', `file://localhost${home}`, 'home-path'],
    ['a link into an editor', `vscode://file${home}/a.rs:3`, 'home-path'],
    ['a drive of another shell', ['', 'cygdrive', 'c', 'Users', 'ada', 'x'].join('/'), 'home-path'],
    ['a path with a doubled slash', home.replace('home/', 'home//'), 'home-path'],
    ['a host with a port', `https://${host}:443/`, 'internal-host'],
    ['a host of a cloud', ['ip', '10', '0', '1', '2.ec2', 'internal'].join('-'), 'node-name'],
  ])('%s', (_, text, name) => {
    expect(scan(text).map((found) => found.class)).toContain(name);
  });
});

test('a finding says class, place and spelling, and never the value', () => {
  const inner = Buffer.from(token).toString('base64');
  const findings = scan([
    { name: 'title', text: 'all well' },
    { name: 'body', text: `first\nsecond ${home}\n${inner}` },
  ]);
  expect(findings.map(findingText)).toEqual([
    'redacted:home-path in body, line 2, column 8',
    'redacted:github-token in body, line 3, column 1 (base64)',
  ]);
});

test('property: nothing of a value stands in a finding, nor in a redacted text', () => {
  const values = fc.oneof(...Object.values(VALUES));
  fc.assert(
    fc.property(values, noise, noise, fc.constantFrom(...ENCODINGS), (value, before, behind, { write }) => {
      const written = write(value);
      const { text, findings } = redacted(`${before}\n${written}\n${behind}`);
      expect(JSON.stringify(findings)).not.toContain(value);
      expect(text).not.toContain(written);
      expect(text).toContain('redacted:');
      expect(scan(text)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('redaction takes the line, and what lies over several lines as a whole', () => {
  expect(redacted(`1 of 2 passed\nat ${home}/x.rs:3\nend`).text).toBe('1 of 2 passed\nredacted:home-path\nend');
  const wrapped = Buffer.from(`key ${token}`)
    .toString('base64')
    .replace(/.{20}(?=.)/g, '$&\n');
  expect(redacted(`the head\n${wrapped}\nand tail.`).text).toBe('the head\nredacted:github-token\nand tail.');
  expect(redacted('all well')).toEqual({ text: 'all well', findings: [] });
});

describe('what a policy allows', () => {
  test('names of its own, and never a secret', () => {
    const text = `${host} ${home} ${address} ${token}`;
    const allow = ['*.build.internal', host, '/home/ada', address, token];
    expect(scan(text, { allow }).map((found) => found.class)).toEqual(['github-token']);
    expect(scan(text, { allow: ['*.other.internal'] })).toHaveLength(4);
  });
  test('all hosts below one, not the host itself', () => {
    const allow = [`*.${host}`];
    expect(scan(`ci.${host}`, { allow })).toEqual([]);
    expect(scan(host, { allow })).toHaveLength(1);
  });
  test.each(['*', '*.local', '*.internal', '**', '', '.', 'a b', '*.*.corp', '/h'])(
    '%j allows too much or nothing',
    (name) => {
      expect(allowedNameSchema.safeParse(name).success).toBe(false);
    },
  );
  test.each([host, `*.${host}`, home, address, 'fd12:3456::1'])('%s is a name', (name) => {
    expect(allowedNameSchema.safeParse(name).success).toBe(true);
  });
});

test('what stands in public at the same place is not made public by writing it again', () => {
  const standing = [`the reporter wrote ${home}/x`];
  expect(scan(`the reporter wrote ${home}/x; AC1 done`, { standing })).toEqual([]);
  expect(scan(`${home}/x and ${address}`, { standing }).map((found) => found.class)).toEqual(['private-address']);
});

test('secretsOnly looks for credentials alone', () => {
  expect(scan(`${home} ${token}`, { secretsOnly: true }).map((found) => found.class)).toEqual(['github-token']);
});

test('A-62: fields are read together, keys too, and a finding names its field', () => {
  const value = { output: { annotations: [{ message: token.slice(0, 9) }, { message: token.slice(9) }] }, [home]: 1 };
  expect(scan(fieldsOf(value)).map(findingText)).toEqual([
    'redacted:github-token in output.annotations[0].message, line 1, column 1 (split)',
    'redacted:home-path in a name in it, line 1, column 1',
  ]);
});

describe('A-62: the name of a field is a text like any other', () => {
  const value = { fine: 1, inner: { [token]: { message: `see ${home}` } } };
  test('one that looks like a word is looked at, too, and stands in no finding', () => {
    const found = scan(fieldsOf(value)).map(findingText);
    expect(found).toEqual([
      'redacted:github-token in a name in inner, line 1, column 1',
      'redacted:home-path in inner.….message, line 1, column 5',
    ]);
    expect(JSON.stringify(found)).not.toContain(token);
  });
  test('a key that is cut between a name and its value', () => {
    expect(scan(fieldsOf({ a: { [token.slice(0, 12)]: token.slice(12) } })).map((one) => one.class)).toEqual([
      'github-token',
    ]);
  });
});

test.each([1, 12, 23])(
  'A-62: a key that begins where one field ends and goes on where another begins, %i fields on',
  (apart) => {
    const between = Object.fromEntries(
      Array.from({ length: apart }, (_, i) => [String.fromCharCode(97 + i), 'some words of no interest '.repeat(40)]),
    );
    const value = { title: `all well ${token.slice(0, 14)}`, ...between, body: `${token.slice(14)} and more` };
    expect(scan(fieldsOf(value)).map(findingText)).toEqual([
      'redacted:github-token in title, line 1, column 10 (split)',
    ]);
  },
);

test('A-62: bytes are read as the text that they are', () => {
  expect(scanBytes(Buffer.from([...token].join('\u200b')))).toHaveLength(1);
  expect(scanBytes(Buffer.from(`\ufeff${token}`, 'utf16le'))).toHaveLength(1);
  expect(scanBytes(Buffer.from(token, 'utf16le').swap16())).toHaveLength(1);
  expect(scanBytes(gzipSync(Buffer.from(token, 'utf16le'))).map(({ encoding }) => encoding)).toEqual([
    ['gzip', 'utf-16'],
  ]);
});

describe('A-62: packed bytes', () => {
  test('gzip of a file is looked into', () => {
    expect(scanBytes(gzipSync(`x ${token}`)).map(findingText)).toEqual([
      'redacted:github-token in line 1, column 1 (gzip)',
    ]);
    expect(scanBytes(gzipSync('all well'))).toEqual([]);
    expect(scanBytes(Buffer.from(`\0\u0001 ${home}`))).toHaveLength(1);
  });
  test('a stream that is cut is looked at as far as it goes', () => {
    const whole = gzipSync(`${token} ${'tail '.repeat(500)}`, { level: 0 });
    expect(scanBytes(whole.subarray(0, 200)).map((found) => found.class)).toContain('github-token');
  });
  test('one that unpacks to more than is looked at is refused, not trusted', () => {
    const bomb = gzipSync(Buffer.alloc(1024 * 1024));
    expect(scanBytes(bomb).map((found) => found.class)).toEqual(['packed']);
    expect(scan(bomb.toString('base64')).map((found) => found.class)).toContain('packed');
  });
});

describe('a machine’s own folders get general names', () => {
  const folders = [
    { path: '/home/ci', as: '~' },
    { path: '/home/ci/work/repo/repo', as: '' },
    { path: '/home/ci/work/_temp', as: '$RUNNER_TEMP' },
  ];
  test.each([
    ['/home/ci/work/repo/repo/src/a.rs:3', 'src/a.rs:3'],
    ['in /home/ci/work/repo/repo', 'in .'],
    ['(/home/ci/work/repo/repo)', '(.)'],
    ['file:///home/ci/work/repo/repo/x', 'file://x'],
    ['-I/home/ci/.cargo/include', '-I~/.cargo/include'],
    ['/home/ci/work/_temp/x', '$RUNNER_TEMP/x'],
    ['/home/ci-other/x /home/cid /mnt/home/ci/x', '/home/ci-other/x /home/cid /mnt/home/ci/x'],
  ])('%s', (text, expected) => {
    expect(withoutWorkFolders(text, folders)).toBe(expected);
  });
  test('A-63: another person’s folder stays, so that it is found', () => {
    expect(scan(withoutWorkFolders('/home/ci-other/x', folders))).toHaveLength(1);
  });
});
