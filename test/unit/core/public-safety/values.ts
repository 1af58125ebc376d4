import fc from 'fast-check';
import type { SafetyClass } from '../../../../src/core/public-safety/finding.ts';

/**
 * Made-up values of every class. They are put together from parts and random characters at run time, so that nothing in this repository
 * looks like a leak to anybody's scanner.
 */
const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALNUM = DIGITS + LOWER + LOWER.toUpperCase();
const URL64 = `${ALNUM}_-`;
const POD = 'bcdfghjklmnpqrstvwxz2456789';

const of = (characters: string, length: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...characters), { minLength: length, maxLength: length }).map((list) => list.join(''));
/** As random as a key is: one in 10^9 of these would look like a word. */
const random = (characters: string, length: number): fc.Arbitrary<string> =>
  of(characters, length).filter(
    (body) => new Set(body).size >= 8 && /[a-z]/.test(body) && /[A-Z]/.test(body) && /\d/.test(body),
  );
const key = (parts: readonly string[], characters: string, length: number): fc.Arbitrary<string> =>
  random(characters, length).map((body) => parts.join('') + body);
const hexDigits = (length: number): fc.Arbitrary<string> => of('0123456789abcdef', length);
const uuid = fc
  .tuple(...[8, 4, 4, 4, 12].map(hexDigits))
  .map((parts) => parts.join('-'))
  .filter((id) => new Set(id).size > 3);
const byte = fc.integer({ min: 0, max: 255 });
const name = fc.tuple(fc.constantFrom(...LOWER), of(LOWER + DIGITS, 6)).map((parts) => parts.join(''));
/** A part of a JWT: the JSON of an object, long enough for a real one. */
const part = random(ALNUM, 30).map((body) => `eyJ${body}`);

export const VALUES: Readonly<Record<Exclude<SafetyClass, 'packed'>, fc.Arbitrary<string>>> = {
  'github-token': fc.oneof(
    ...['p', 'o', 'u', 's', 'r'].map((kind) => key(['gh', kind, '_'], ALNUM, 36)),
    key(['github', '_pat_'], `${ALNUM}_`, 82),
  ),
  'anthropic-key': key(['sk', '-ant-', 'api03-'], URL64, 93),
  'openai-key': fc.oneof(key(['sk', '-'], ALNUM, 48), key(['sk', '-proj-'], URL64, 60)),
  'aws-key': fc
    .tuple(fc.constantFrom('AK', 'AS'), of(`${LOWER.toUpperCase()}234567`, 16))
    .filter(([, body]) => new Set(body).size >= 8 && !body.endsWith('EXAMPLE'))
    .map(([kind, body]) => `${kind}IA${body}`),
  'google-key': key(['AI', 'za'], URL64, 35),
  'gitlab-token': key(['gl', 'pat-'], URL64, 20),
  'slack-token': key(['xo', 'xb-'], ALNUM, 40),
  'npm-token': key(['npm', '_'], ALNUM, 36),
  'pypi-token': key(['pypi-', 'AgE'], URL64, 60),
  'hugging-face-token': key(['hf', '_'], ALNUM, 34),
  'stripe-key': key(['sk', '_live_'], ALNUM, 24),
  'docker-token': key(['dckr', '_pat_'], URL64, 27),
  'sendgrid-key': fc.tuple(random(URL64, 22), random(URL64, 43)).map(([id, body]) => `SG.${id}.${body}`),
  'databricks-token': hexDigits(32)
    .filter((body) => new Set(body).size >= 8 && /[a-f]/.test(body) && /\d/.test(body))
    .map((body) => `da${'pi'}${body}`),
  'vault-token': key(['hv', 's.'], URL64, 90),
  'age-key': of(`${LOWER.toUpperCase()}${DIGITS}`, 58)
    .filter((body) => new Set(body).size >= 12)
    .map((body) => ['AGE-SECRET', '-KEY-1', body].join('')),
  jwt: fc.tuple(part, part, random(URL64, 43)).map((parts) => parts.join('.')),
  'private-key': fc
    .constantFrom('', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED ')
    .map((kind) => `-----${'BEGIN'} ${kind}PRIVATE ${'KEY'}-----`),
  'url-password': fc.tuple(name, random(ALNUM, 12)).map(([user, word]) => `https://${user}:${word}@example.org/`),
  'private-address': fc.oneof(
    fc.tuple(byte, byte, byte).map((rest) => `10.${rest.join('.')}`),
    fc.tuple(fc.integer({ min: 16, max: 31 }), byte, byte).map((rest) => `172.${rest.join('.')}`),
    fc.tuple(byte, byte).map((rest) => `192.168.${rest.join('.')}`),
    fc.tuple(fc.integer({ min: 64, max: 127 }), byte, byte).map((rest) => `100.${rest.join('.')}`),
    fc.tuple(hexDigits(2), hexDigits(4), hexDigits(4)).map(([a, b, c]) => `fd${a}:${b}::${c}`),
  ),
  'link-local-address': fc.oneof(
    fc.tuple(byte, byte).map((rest) => `169.254.${rest.join('.')}`),
    fc.tuple(hexDigits(4), hexDigits(4)).map(([a, b]) => `fe80::${a}:${b}`),
  ),
  'internal-host': fc
    .tuple(name, fc.constantFrom('internal', 'local', 'localdomain', 'lan', 'intranet', 'corp', 'home.arpa'))
    .map((labels) => labels.join('.')),
  'node-name': fc.oneof(
    fc.tuple(byte, byte, byte).map((rest) => `ip-10-${rest.join('-')}`),
    hexDigits(17).map((id) => `i-${id}`),
    fc.tuple(name, hexDigits(8), of(LOWER, 4)).map(([pool, a, b]) => `gke-${pool}-${a}-${b}`),
  ),
  'cluster-name': fc.oneof(
    fc.tuple(name, name).map(([service, space]) => `${service}.${space}.svc`),
    fc.tuple(name, name).map(([service, space]) => `${service}.${space}.svc.cluster.local`),
    fc.tuple(name, of(POD, 9), of(POD, 5)).map((parts) => parts.join('-')),
    uuid.map((id) => `pvc-${id}`),
    name.map((space) => `/api/v1/namespaces/${space}/pods`),
  ),
  'gpu-id': fc.tuple(fc.constantFrom('GPU', 'MIG', 'MIG-GPU'), uuid).map((parts) => parts.join('-')),
  'home-path': fc.oneof(
    name.map((user) => `/home/${user}/models`),
    name.map((user) => `/Users/${user}/models`),
    name.map((user) => `C:\\Users\\${user}\\models`),
    fc.constant('/root/models'),
  ),
};

/** Words as they stand around a value, none of which is one. */
export const noise: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'the',
        'tests',
        'pass',
        'in',
        'src/core/text.ts:12',
        '18/18',
        'cargo',
        'sha256',
        '0.45',
        'µs',
        '→',
      ),
      hexDigits(40),
      of(LOWER, 7),
      of(`${ALNUM}+/`, 24),
      fc.string({ maxLength: 12 }).filter((text) => !/[./:\\]/.test(text)),
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(' '));
