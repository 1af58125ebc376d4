import { expect, test } from '@jest/globals';
import { renderAttestation } from '../../../../src/core/attestation/attestation.ts';
import { observe } from '../../../../src/core/attestation/observed.ts';
import { recompute } from '../../../../src/core/attestation/recompute.ts';
import { attestationIn, attestationText, withAttestation } from '../../../../src/core/attestation/region.ts';
import { fold } from '../../../../src/core/fold.ts';
import { facts } from './attestations.ts';

const text = attestationText(fold(facts))!;
const said = 'What the author says.\r\n\r\nCloses #7\r\n';
const body = withAttestation(said, text);

test('it stands in anchors of its own behind what the author says', () => {
  expect(body).toMatch(
    /^What the author says\.\r\n\r\nCloses #7\n\n<!-- attestation:start -->\n### Gates on this head\n/,
  );
  expect(attestationIn(body)).toBe(text);
  expect(text).toBe(`### Gates on this head

| Gate | Status |
|---|---|
| format | pass |
| tests | pass |
| build | fail |
| fuzz | skipped (missing-tool) |

The verdicts are computed by the gates; the Ledger below holds the evidence. The workflow writes this part, and \`bitnet-flow attest verify\` computes it again:

\`\`\`yaml
${renderAttestation(recompute(observe(fold(facts))!)).trimEnd()}
\`\`\``);
});

test('it is edited in place, and all other text stays', () => {
  const longer = `${body}\nA person adds this.\r\n`;
  const again = withAttestation(longer, 'another text');
  expect(again).toBe(longer.replace(text, 'another text'));
  expect(withAttestation(again, text)).toBe(longer);
});

test('a host that gives back other line ends changes nothing', () => {
  expect(attestationIn(body.replace(/\r?\n/g, '\r\n'))).toBe(text);
});

test.each([
  ['gone', said],
  ['half of it', body.replace('<!-- attestation:end -->', '')],
  ['doubled', `${body}\n${body}`],
  ['the wrong way round', '<!-- attestation:end -->\nx\n<!-- attestation:start -->'],
])('A-54 a region that is %s is none, and is made anew', (_, broken) => {
  expect(attestationIn(broken)).toBeUndefined();
  const repaired = withAttestation(broken, text);
  expect(attestationIn(repaired)).toBe(text);
  expect(withAttestation(repaired, text)).toBe(repaired);
});

test('facts without a base attest nothing', () => {
  expect(attestationText(fold(facts.filter(({ kind }) => kind !== 'start')))).toBeUndefined();
});
