import { question, scanned, type Scanned } from '../../core/public-safety/scanned.ts';
import type { CallParameters } from './transport.ts';

/** Texts that are remembered as public; the newest count. */
const STANDING = 400;

/**
 * What every write to GitHub passes before the first request. The serial client calls it, so that no write can be added that does not. It
 * fails closed: a hit is an error, and nothing is sent.
 */
export class Door {
  #allow: readonly string[] = [];
  readonly #standing: string[] = [];

  /** The repository's own public names, from its policy on the base branch. */
  allow(names: readonly string[]): void {
    this.#allow = names;
  }

  /**
   * A text that was read from the same issue, pull request or commit. A place that it names stands there in public: to write it again, as an issue's
   * body with its criteria, tells nobody anything. For credentials this does not hold.
   */
  stands(...texts: readonly string[]): void {
    this.#standing.push(...texts);
    if (this.#standing.length > STANDING) this.#standing.splice(0, this.#standing.length - STANDING);
  }

  /** What a call carries, as the transport takes it; throws `public-safety` when it must not become public. A read carries nothing that does. */
  pass(route: string, parameters: CallParameters): Scanned<CallParameters> {
    if (!carries(route, parameters)) return question(parameters);
    return scanned(route, parameters, { allow: this.#allow, standing: this.#standing });
  }
}

/** Every call but a read: of GraphQL, all that is no plain query. */
function carries(route: string, parameters: CallParameters): boolean {
  if (!route.endsWith(' /graphql')) return !/^(?:GET|HEAD) /.test(route);
  return typeof parameters['query'] !== 'string' || !/^\s*query\b/.test(parameters['query']);
}
