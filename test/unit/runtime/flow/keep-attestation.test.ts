import { expect, test } from '@jest/globals';
import { attestationIn, attestationText, withAttestation } from '../../../../src/core/attestation/region.ts';
import { fold } from '../../../../src/core/fold.ts';
import { keepAttestation } from '../../../../src/runtime/flow/keep-attestation.ts';
import type { Subject } from '../../../../src/runtime/github/host.ts';
import type { WriteWorld } from '../../../../src/runtime/flow/write-world.ts';
import { facts, HEAD } from '../../core/attestation/attestations.ts';
import { gate } from '../../core/facts.ts';

const before = facts;
const after = fold([...facts, gate({ seq: 3, sha: HEAD, gate: 'docs' })]);
const pull = (body: string): NonNullable<Subject['pr']> => ({
  number: 9,
  draft: true,
  labels: [],
  state: 'OPEN',
  body,
});
const said = 'Words of the author.\n';
const [old, now] = [attestationText(fold(before))!, attestationText(after)!];

/** Keeps the attestation of a pull request with this text; gives what was written, too. */
async function keep(pr: Subject['pr'], answer = 200) {
  const written: string[] = [];
  const updatePullBody = (_: number, body: string): Promise<void> => {
    if (answer >= 300) return Promise.reject(Object.assign(new Error('no'), { status: answer }));
    written.push(body);
    return Promise.resolve();
  };
  const kept = await keepAttestation(pr, before, after, {}, { host: { updatePullBody } } as unknown as WriteWorld);
  return { ...kept, written };
}

test('nothing is written where it is right, or where there is no open pull request', async () => {
  for (const pr of [pull(withAttestation(said, now)), undefined, { ...pull(said), state: 'CLOSED' as const }])
    expect(await keep(pr)).toEqual({ writes: 0, note: undefined, written: [] });
});

test('new facts change it without a word, and the text around stays', async () => {
  const { writes, note, written } = await keep(pull(withAttestation(said, old)));
  expect({ writes, note }).toEqual({ writes: 1, note: undefined });
  expect(written[0]!.startsWith(said)).toBe(true);
  expect(attestationIn(written[0]!)).toBe(now);
});

test.each([
  ['A-54 a forged one', withAttestation(said, old.replace('- fail', '- pass').replace('tier_b: []', 'tier_b: [perf]'))],
  ['A-54 one that is gone', said],
])('%s is repaired, and the hop log says so', async (_, body) => {
  const { note, written } = await keep(pull(body));
  expect(note).toBe('attestation repaired');
  expect(attestationIn(written[0]!)).toBe(now);
});

test('a refusal is told and stops nothing; a host that stays silent fails the job', async () => {
  expect((await keep(pull(said), 403)).note).toBe('attestation not written: 403');
  await expect(keep(pull(said), 502)).rejects.toMatchObject({ status: 502 });
});

test('a text without room is left alone', async () => {
  expect(await keep(pull('x'.repeat(64_900)))).toEqual({
    writes: 0,
    note: 'no room for the attestation in the pull request',
    written: [],
  });
});
