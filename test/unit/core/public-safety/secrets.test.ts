import { describe, expect, test } from '@jest/globals';
import { findSecrets, LEADS, PARTIAL_LEAD, SPLIT_HINT } from '../../../../src/core/public-safety/secrets.ts';
import { covered, key, whole } from './written.ts';

/** Leads as their issuers document them, how many characters must follow at least, and which ones go on. */
const KEYS = [
  ...['gh·p_', 'gh·o_', 'gh·u_', 'gh·s_', 'gh·r_'].map((lead) => ['github-token', lead, 20, 'letters'] as const),
  ['github-token', 'github·_pat_', 30, 'word'],
  ['anthropic-key', 'sk·-ant-', 20, 'url'],
  ...['sk·-proj-', 'sk·-svcacct-', 'sk·-admin-', 'sk·-or-v1-'].map((lead) => ['openai-key', lead, 20, 'url'] as const),
  ['openai-key', 'sk·-', 32, 'letters'],
  ...['AK·IA', 'AS·IA'].map((lead) => ['aws-key', lead, 16, 'upper'] as const),
  ['google-key', 'AI·za', 35, 'url'],
  ['gitlab-token', 'gl·pat-', 20, 'url'],
  ...['a', 'b', 'e', 'o', 'p', 'r', 's'].map((kind) => ['slack-token', `xo·x${kind}-`, 16, 'url'] as const),
  ['npm-token', 'np·m_', 30, 'letters'],
  ['pypi-token', 'py·pi-AgE', 30, 'url'],
  ['hugging-face-token', 'h·f_', 30, 'letters'],
  ...['s', 'r'].map((kind) => ['stripe-key', `${kind}k·_live_`, 20, 'letters'] as const),
  ['docker-token', 'dckr·_pat_', 20, 'url'],
  ['databricks-token', 'da·pi', 32, 'hex'],
  ['vault-token', 'hv·s.', 24, 'url'],
  ['age-key', 'AGE·-SECRET-KEY-1', 50, 'upper'],
] as const;
/** What of `_-z` goes on with a body. */
const GOES_ON = { letters: '', word: '_', url: '_-z', upper: '', hex: '' };
const body = (kind: keyof typeof GOES_ON, size: number): string =>
  key(size, kind === 'upper' ? 'upper' : kind === 'hex' ? 'hex' : 'mixed');
const found = (text: string): string[] => covered(text, findSecrets(text));

describe.each(KEYS)('A-62: %s after %s', (name, marked, least, kind) => {
  const lead = whole(marked);

  test('needs so many characters, and ends where one is not its own', () => {
    const full = `${lead}${body(kind, least)}`;
    expect(found(`(${full}_-z)`)).toEqual([`${name} ${full}${GOES_ON[kind]}`]);
    expect(found(`${lead}${body(kind, least - 1)}`)).toEqual([]);
    expect(found(`${lead}${body(kind, 600)}`)).toEqual([`${name} ${lead}${body(kind, 512)}`]);
  });

  test('a text that holds it, its beginning or its end is looked at', () => {
    expect([LEADS.test(`a ${lead}`), SPLIT_HINT.test(`a ${lead}`)]).toEqual([true, true]);
    for (let size = 1; size < lead.length; size++) {
      expect([size, PARTIAL_LEAD.test(`"${lead.slice(0, size)}`)]).toEqual([size, true]);
      expect([size, SPLIT_HINT.test(`"${lead.slice(size)}${body(kind, least)}`)]).toEqual([size, true]);
    }
    expect(PARTIAL_LEAD.test(`${lead.slice(0, 2)} `)).toBe(false);
  });
});

describe('A-62: what is random enough to be a key', () => {
  const repeated = (characters: string, size: number): string => characters.repeat(size).slice(0, size);
  test.each([
    ['eight different characters', 'np·m_', repeated('a1b2c3d4', 30), true],
    ['seven', 'np·m_', repeated('a1b2c3d', 30), false],
    ['seven in its first 64', 'np·m_', `${repeated('a1b2c3d', 64)}efghijkl`, false],
    ['eight, the last as its 64th', 'np·m_', `${repeated('a1b2c3d', 63)}z`, true],
    ['small letters alone', 'np·m_', repeated('abcdefghij', 30), false],
    ['capital letters alone', 'np·m_', repeated('ABCDEFGHIJ', 30), false],
    ['digits alone', 'np·m_', repeated('0123456789', 30), false],
    ['small letters and digits', 'np·m_', repeated('abcdefghi1', 30), true],
    ['capital letters and digits', 'np·m_', repeated('ABCDEFGHI1', 30), true],
    ['letters of both cases', 'np·m_', repeated('abcdefghiJ', 30), true],
    ['letters of both cases where both are asked for', 'h·f_', repeated('abcdefghiJ', 30), true],
    ['small letters where both are asked for', 'h·f_', repeated('abcdefgh12', 30), false],
    ['capital letters where both are asked for', 'h·f_', repeated('ABCDEFGH12', 30), false],
    ['the same for the other key without a name', 'sk·-', repeated('abcdefgh12', 32), false],
    ['capital letters alone where any will do', 'AK·IA', repeated('ABCDEFGHIJ', 16), true],
    ['the same for a long one', 'AGE·-SECRET-KEY-1', repeated('ABCDEFGHIJ', 50), true],
    ['one of documentation', 'AK·IA', 'ABCDEFGHIEXAMPLE', false],
    ['one that only holds that word', 'AK·IA', 'ABCDEXAMPLEFGHIJ', true],
  ])('%s', (_, lead, characters, good) => {
    expect(found(`${whole(lead)}${characters}`)).toHaveLength(good ? 1 : 0);
  });
});

describe('A-62: JSON Web Tokens', () => {
  const part = (size: number): string => `ey${'J'}${key(size - 3)}`;
  const token = (header: number, claims: number, signature: number): string =>
    `${part(header)}.${part(claims)}.${key(signature)}`;
  test.each([
    ['shortest', token(12, 11, 15)],
    ['of usual length', token(36, 100, 43)],
    ['with characters of base64url', `${part(20)}_-.${part(20)}-_.${key(15)}_-`],
    ['whose header holds another beginning', `${part(12)}${part(12)}.${part(20)}.${key(20)}`],
  ])('%s', (_, text) => {
    expect(found(`(${text})`)).toEqual([`jwt ${text}`]);
  });
  test.each([
    ['a header that is too short', token(11, 11, 15)],
    ['claims that are too short', token(12, 10, 15)],
    ['a signature that is too short', token(12, 11, 14)],
    ['claims that are no object', `${part(20)}.${key(20)}.${key(20)}`],
    ['another sign behind the header', `${part(20)}:${part(20)}.${key(20)}`],
    ['another sign behind the claims', `${part(20)}.${part(20)}:${key(20)}`],
    ['no signature', `${part(20)}.${part(20)}`],
  ])('not with %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
  test('two of them, and signs that are too many', () => {
    const [a, b] = [token(20, 20, 20), token(30, 30, 30)];
    expect(found(`${a} ${b}`)).toEqual([`jwt ${a}`, `jwt ${b}`]);
    expect(found(token(2048, 20, 20))).toHaveLength(1);
    expect(found(token(2049, 20, 20))).toEqual([]);
    expect(found(token(20, 20, 2000))).toEqual([`jwt ${token(20, 20, 1024)}`]);
  });
});

describe('A-62: keys in two parts, private keys and passwords', () => {
  const two = (id: number, secret: number): string => `S${'G.'}${key(id)}.${key(secret)}`;
  test.each([
    [two(22, 43), [two(22, 43)]],
    [two(16, 29), [two(16, 29)]],
    [two(15, 43), []],
    [two(16, 28), []],
    [two(27, 70), [two(27, 60)]],
    [two(31, 43), []],
    [two(22, 43).replace(/\.([^.]*)$/, ':$1'), []],
    [`S${'G.'}${key(60)}`, []],
  ])('%s', (text, keys) => {
    expect(found(text)).toEqual(keys.map((one) => `sendgrid-key ${one}`));
  });

  const begin = (kind: string, dashes = '-----'): string => `-----BEG${'IN'} ${kind}${dashes}`;
  const end = (kind: string): string => `-----E${'ND'} ${kind}-----`;
  const [own, rsa] = ['PRIVATE', 'RSA PRIVATE'].map((kind) => `${kind} ${'KEY'}`);
  test.each<[string, string, readonly string[]]>([
    ['one with its end', `a ${begin(own!)}\nMII\n${end(own!)} b`, [`${begin(own!)}\nMII\n${end(own!)}`]],
    ['one of a kind', `${begin(rsa!)}\nMII\n${end(rsa!)}\nb`, [`${begin(rsa!)}\nMII\n${end(rsa!)}`]],
    [
      'one of PGP',
      `${begin(`${own} BLOCK`)}x${end(`${own} BLOCK`)}y`,
      [`${begin(`${own} BLOCK`)}x${end(`${own} BLOCK`)}`],
    ],
    ['one without an end', `a ${begin(own!)}\nMII and all else`, [`${begin(own!)}\nMII and all else`]],
    ['one whose end is cut', `${begin(own!)}\n-----E${'ND'} PRI`, [`${begin(own!)}\n-----E${'ND'} PRI`]],
    [
      'a head in another',
      `${begin(own!)}${begin(own!)}x${end(own!)}y`,
      [`${begin(own!)}${begin(own!)}x${end(own!)}`, `${begin(own!)}x${end(own!)}`],
    ],
    [
      'two',
      `${begin(own!)}x${end(own!)} ${begin(rsa!)}y${end(rsa!)} z`,
      [`${begin(own!)}x${end(own!)}`, `${begin(rsa!)}y${end(rsa!)}`],
    ],
    ['a certificate', begin('CERTIFICATE'), []],
    ['a public key', begin('PUBLIC KEY'), []],
    ['more words', begin(`${own} INFO`), []],
    ['too few dashes', begin(own!, '----'), []],
    ['a name that is too long', begin(`${'A'.repeat(30)}${own}`), []],
    ['small letters', begin(`x${own}`), []],
  ])('%s', (_, text, keys) => {
    expect(found(text)).toEqual(keys.map((one) => `private-key ${one}`));
  });

  test.each([
    ['https://ada:s3·cr@example.org/x', ['ada:s3·cr']],
    ['x https://:s3·cr@example.org and ftp://b:wo·rd1@c', [':s3·cr', 'b:wo·rd1']],
    [`https://${'u'.repeat(64)}:s3·cr@h`, [`${'u'.repeat(64)}:s3·cr`]],
    [`https://${'u'.repeat(65)}:s3·cr@h`, []],
    [`https://u:${'p'.repeat(256)}·@h`, [`u:${'p'.repeat(256)}`]],
    [`https://u:${'p'.repeat(257)}@h`, []],
    ['https://ada:s3c@example.org https://ada@example.org https://ada:s3cr/x https://ada:s3cr', []],
    ['://ada:s3cr@example.org ?://ada:s3cr@example.org', []],
    ['https://u:$TOKEN@h https://u:<token>@h https://u:***@h https://u/v:s3cr@h', []],
    [
      ['password', 'pass', 'secret', 'token', 'redacted', 'xxxx', '....', 'SECRET']
        .map((word) => `s://u:${word}@h`)
        .join(' '),
      [],
    ],
    ["s://u:-._~!&'()+,;=%0·1@h", ["u:-._~!&'()+,;=%0·1"]],
  ])('%s', (text, passwords) => {
    expect(found(whole(text))).toEqual(passwords.map((one) => whole(`url-password ${one}`)));
  });
});

test('a text without any lead is not looked at, and a dot stands for a dot', () => {
  const dotted = [`S${'Gx'}`, 'hvsx'];
  expect([...dotted, 'plain words', 'sk', 'ey', 'BEGIN'].filter((text) => LEADS.test(text))).toEqual([]);
  expect(['ey' + 'J', `S${'G.'}`, '-----BEG' + 'IN ', '://'].every((text) => LEADS.test(text))).toBe(true);
  expect(['ey', 'S', '-----BEG', 'e'].every((text) => PARTIAL_LEAD.test(`x ${text}`))).toBe(true);
  expect(['a b', 'k?', '://'].filter((text) => PARTIAL_LEAD.test(text))).toEqual([]);
  expect(['ey' + 'J', `S${'G.'}`, '-----BEG' + 'IN ', `PRIVATE ${'KEY'}`].every((text) => SPLIT_HINT.test(text))).toBe(
    true,
  );
  expect([`G.${key(16)}`, `.${key(16)}`].every((text) => SPLIT_HINT.test(text))).toBe(true);
  const ends = [
    `.${key(15)}`,
    `aG.${key(16)}`,
    `x${key(16)}`,
    `_${key(19)}`,
    `a_${key(30)}`,
    `IA${key(16).toLowerCase()}`,
  ];
  expect([...ends, `pi${key(32)}`, ...dotted].filter((text) => SPLIT_HINT.test(text))).toEqual([]);
});
