import { attestationIn, attestationText, withAttestation } from '../../core/attestation/region.ts';
import type { Around } from '../../core/attestation/observed.ts';
import type { Fact } from '../../core/fact.ts';
import { fold, type Fold } from '../../core/fold.ts';
import type { Subject } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import type { WriteWorld } from './write-world.ts';

/** The host takes 65,536 characters. */
const BODY_LIMIT = 65_000;

/** What was done about the attestation in a pull request's text. */
export interface KeptAttestation {
  readonly writes: 0 | 1;
  /** For the hop log: somebody else changed it, or it could not be written. */
  readonly note: string | undefined;
}

/**
 * Puts the attestation in the text of an open pull request right where it is not what the facts give now. When it is not what
 * they gave before this hop either, somebody else wrote there: it is repaired, and the hop log says so.
 */
export async function keepAttestation(
  pr: Subject['pr'],
  before: readonly Fact[],
  state: Fold,
  around: Around,
  world: WriteWorld,
): Promise<KeptAttestation> {
  const text = pr?.state === 'OPEN' ? attestationText(state, around) : undefined;
  const there = attestationIn(pr?.body ?? '');
  if (pr === undefined || text === undefined || there === text) return { writes: 0, note: undefined };
  const body = withAttestation(pr.body, text);
  if (body.length > BODY_LIMIT) return { writes: 0, note: 'no room for the attestation in the pull request' };
  try {
    await world.host.updatePullBody(pr.number, body);
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status >= 500) throw error;
    return { writes: 1, note: `attestation not written: ${status}` };
  }
  const ours = attestationText(fold(before), around);
  return { writes: 1, note: there === ours ? undefined : 'attestation repaired' };
}
