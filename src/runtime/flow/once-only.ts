import { statusOf } from '../github/refusal.ts';
import type { Clock } from '../github/transport.ts';

/** Times an effect is tried before the hop gives up. */
const TRIES = 3;

/**
 * Makes something that must exist once. An answer that was lost (5xx, no answer) leaves the effect in doubt: `look` tells
 * whether it is there before it is made again. `pause` is the first wait in milliseconds; it doubles.
 */
export async function onceOnly<T>(
  make: () => Promise<T>,
  look: () => Promise<T | undefined>,
  { pause, clock }: { readonly pause: number; readonly clock: Clock },
): Promise<T> {
  let doubt = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return await make();
    } catch (error) {
      // Behind a lost answer a refusal may mean the effect itself, which an old copy does not show yet.
      doubt ||= (statusOf(error) ?? 500) >= 500;
      if (!doubt) throw error;
      await clock.sleep(pause * 2 ** (attempt - 1));
      const there = await look();
      if (there !== undefined) return there;
      if (attempt >= TRIES) throw error;
    }
  }
}
