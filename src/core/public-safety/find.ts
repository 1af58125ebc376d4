import { findAddresses } from './addresses.ts';
import { findHomePaths } from './home-paths.ts';
import { findNames } from './hosts.ts';
import { findSecrets, LEADS } from './secrets.ts';
import type { Span } from './span.ts';

/** Every value of a known class that stands in a text as it is. Linear in its length. */
export function findPlain(text: string): Span[] {
  const secrets = LEADS.test(text) ? findSecrets(text) : [];
  return [...secrets, ...findAddresses(text), ...findHomePaths(text), ...findNames(text)];
}
