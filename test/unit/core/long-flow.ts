import type { Fact } from '../../../src/core/fact.ts';
import { HOP_LIMIT } from '../../../src/core/names.ts';
import { digest } from '../../../src/core/canonical.ts';
import { shorten } from '../../../src/core/text.ts';
import { end, gate, start } from './facts.ts';

const AGENTS = ['spec-creator', 'test-creator', 'impl-creator', 'code-refiner', 'doc-updater'];
const GATES = ['tests', 'build', 'format', 'clippy', 'docs', 'spec'] as const;

/** Exactly `count` facts of a flow that uses as few hops as they need, at most 80; every free text is `words`. */
export function longFlow(count: number, words: string, options: { advisories?: number } = {}): Fact[] {
  const facts: Fact[] = [];
  const perHop = Math.max(3, Math.ceil(count / HOP_LIMIT));
  for (let seq = 1; facts.length < count; seq++) {
    const at = { seq, agent: AGENTS[seq % AGENTS.length]!, sha: digest(`commit ${seq}`, 40) };
    const advisories = Array.from({ length: options.advisories ?? 0 }, () => shorten(words, 200));
    const hop: Fact[] = [
      start({ ...at, fence: 9_000_000_000 + seq }),
      ...GATES.slice(0, perHop - 2).map((name) =>
        gate({
          ...at,
          gate: name,
          evidence: [
            { key: 'cargo test', value: '412/412 pass; AC mapped' },
            { key: 'argv', value: 'cargo test --workspace --no-default-features --features cpu' },
            { key: 'log', value: digest(`log ${seq} ${name}`) },
            { key: 'method', value: 'primary' },
          ],
        }),
      ),
      end({
        ...at,
        summary: shorten(words, 200),
        ...(advisories.length === 0 ? {} : { advisories, plan: shorten(words.repeat(3), 600) }),
      }),
    ];
    facts.push(...hop.slice(0, count - facts.length));
  }
  return facts;
}
