import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareVersions, movingTag, parseVersion } from '../../../scripts/release/version.ts';
import { planTags, releasedVersions, type Tags } from '../../../scripts/release/tags.ts';

const version = (text: string) => parseVersion(text)!;
const sha = (digit: string): string => digit.repeat(40);
const tags = (entries: Record<string, string>): Tags =>
  new Map(Object.entries(entries).map(([name, digit]) => [name, { object: sha('f'), commit: sha(digit) }]));

describe('a version', () => {
  test.each([
    '1',
    '1.2',
    'v1.2.3',
    '1.2.3+build',
    '01.2.3',
    '1.2.3-',
    '1.2.3-01',
    '1.2.3 ',
    '1.2.3-a..b',
    '1e3.0.0',
    '-1.0.0',
    '',
  ])('%j is none', (text) => expect(parseVersion(text)).toBeUndefined());

  test('comes in the order that semver gives', () => {
    // The order of the example in semver 2.0.0, section 11.
    const order = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
      '2.0.0',
    ];
    const reversed = [...order].reverse().map(version);
    expect(reversed.sort(compareVersions).map(({ text }) => text)).toEqual(order);
  });

  test('has an order that is one', () => {
    const part = fc.oneof(fc.nat(12).map(String), fc.constantFrom('a', 'b1', 'rc'));
    const any = fc
      .tuple(fc.nat(3), fc.nat(12), fc.nat(3), fc.array(part, { maxLength: 3 }))
      .map(([a, b, c, pre]) => version(`${a}.${b}.${c}${pre.length === 0 ? '' : `-${pre.join('.')}`}`));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(compareVersions(a, b) === 0).toBe(a.text === b.text);
        if (compareVersions(a, b) < 0 && compareVersions(b, c) < 0) expect(compareVersions(a, c)).toBeLessThan(0);
      }),
    );
  });

  test.each([
    ['1.2.3', 'v1'],
    ['12.0.0', 'v12'],
    ['0.9.0', undefined],
    ['1.0.0-rc.1', undefined],
  ])('%s moves %s', (text, tag) => expect(movingTag(version(text))).toBe(tag));
});

describe('the tags of a release', () => {
  const create = (tag: string) => ({ tag, commit: sha('a'), from: undefined });

  test.each([
    ['the first one makes both', '1.0.0', {}, [create('v1.0.0'), create('v1')]],
    [
      'v1 follows',
      '1.0.1',
      { 'v1.0.0': '1', v1: '1' },
      [create('v1.0.1'), { tag: 'v1', commit: sha('a'), from: sha('f') }],
    ],
    ['done already', '1.0.0', { 'v1.0.0': 'a', v1: 'a' }, []],
    ['done by half', '1.0.0', { 'v1.0.0': 'a' }, [create('v1')]],
    ['a repair of an older version leaves v1', '1.0.1', { 'v1.0.0': '1', 'v1.1.0': '2', v1: '2' }, [create('v1.0.1')]],
    ['another major version has its own tag', '2.0.0', { 'v1.0.0': '1', v1: '1' }, [create('v2.0.0'), create('v2')]],
    [
      'a later major version does not hold v1 back',
      '1.0.1',
      { 'v1.0.0': '1', v1: '1', 'v2.0.0': '2' },
      [create('v1.0.1'), { tag: 'v1', commit: sha('a'), from: sha('f') }],
    ],
    ['a pre-release moves nothing', '1.1.0-rc.1', { 'v1.0.0': '1', v1: '1' }, [create('v1.1.0-rc.1')]],
    ['a pre-release does not hold v1 back', '1.0.1', { 'v1.1.0-rc.1': '1' }, [create('v1.0.1'), create('v1')]],
    ['nor do 0.x', '0.1.0', {}, [create('v0.1.0')]],
  ])('%s', (_, text, present, changes) => {
    expect(planTags(version(text), sha('a'), tags(present))).toEqual({ changes, refusal: undefined });
  });

  test('a version that is another commit already is refused', () => {
    const plan = planTags(version('1.0.0'), sha('a'), tags({ 'v1.0.0': 'b' }));
    expect(plan).toEqual({ changes: [], refusal: expect.stringContaining(`v1.0.0 is ${sha('b')} already`) });
  });

  test('other tags are no versions', () => {
    expect(
      releasedVersions(tags({ v1: '1', 'v1.0.0': '1', latest: '1', '1.1.0': '1', 'v1.0.0-rc.1': '1' })).map(
        ({ text }) => text,
      ),
    ).toEqual(['1.0.0-rc.1', '1.0.0']);
  });
});
