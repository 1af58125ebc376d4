import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderAttestation } from '../../../src/core/attestation/attestation.ts';
import { attestationText, withAttestation } from '../../../src/core/attestation/region.ts';
import { FlowError } from '../../../src/core/errors.ts';
import { fold } from '../../../src/core/fold.ts';
import { inertMarkdown } from '../../../src/flow/pull-request.ts';
import { parseAttestationMarkdown, parseAttestationYaml } from '../../../src/runtime/attestation-text.ts';
import { attestations, facts, perfFact } from '../core/attestation/attestations.ts';

const FILE = 'pull request';
const fenced = (yaml: string): string => `Words.\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n\nMore words.\n`;
const text = attestationText(fold([...facts, perfFact()]))!;
const yaml = /```yaml\n([^]*?)\n```/.exec(text)![1]!;

/** The error that reading gives, as a person sees it. */
function refusal(markdown: string): string {
  try {
    return JSON.stringify(parseAttestationMarkdown(markdown, FILE) ?? 'none');
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return error.toLine();
  }
}

test('parse(render(x)) = x for any attestation, alone and in a text', () => {
  fc.assert(
    fc.property(attestations, fc.string({ unit: fc.constantFrom(...'ab \n\r>-#*_`'), maxLength: 60 }), (one, noise) => {
      expect(parseAttestationYaml(renderAttestation(one), FILE)).toEqual(one);
      const said = inertMarkdown(noise, 1_000);
      expect(parseAttestationMarkdown(`${said}\n\n${fenced(renderAttestation(one))}`, FILE)).toEqual(one);
    }),
  );
});

test('what the workflow writes is read, with the line ends that a host gives back', () => {
  const body = withAttestation('Words of the author.\n\nCloses #7\n', text);
  expect(parseAttestationMarkdown(body, FILE)).toMatchObject({ issue: '7', perf: { deltaPct: '4', status: 'pass' } });
  expect(parseAttestationMarkdown(body.replace(/\n/g, '\r\n'), FILE)).toEqual(parseAttestationMarkdown(body, FILE));
  expect(parseAttestationMarkdown('Nothing of that kind.', FILE)).toBeUndefined();
});

test('any text gives an attestation, none, or an error with place and fix', () => {
  const pieces = fc.constantFrom(
    ...[
      '```yaml\n',
      '```\n',
      'flow_pr:\n',
      '  issue: "7"\n',
      'gates_passed: {}\n',
      'perf:\n',
      '<!-- ',
      '-->',
      '> ',
      '- ',
      '&a',
      '*a',
      '\t',
    ],
    ...['<details>', yaml, '\u0000', '0x10', '{', '[', '\n'],
  );
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(any, (markdown) => {
      try {
        parseAttestationMarkdown(markdown, FILE);
      } catch (error) {
        expect(error).toBeInstanceOf(FlowError);
        expect((error as FlowError).at).toMatch(/^pull request:\d+:\d+$/);
      }
    }),
    { numRuns: 500 },
  );
});

test('one changed character never makes a block vanish in silence', () => {
  const body = fenced(yaml);
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.constantFrom(...'x0-:`> #\n'), (at, char) => {
      const changed = `${body.slice(0, at)}${char}${body.slice(at + 1)}`;
      let found: unknown = 'refused';
      try {
        found = parseAttestationMarkdown(changed, FILE);
      } catch {
        // An error is a word.
      }
      expect(found).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

describe('refused', () => {
  test.each<[string, string, string, string]>([
    ['A-36 NaN', "baseline: '100'", 'baseline: NaN', 'perf.baseline is "NaN": no plain decimal number'],
    ['A-36 Infinity', "result: '104'", 'result: Infinity', 'perf.result is "Infinity": no plain decimal number'],
    ['A-36 an exponent', "result: '104'", 'result: 1e999', 'perf.result is "1e999"'],
    ['A-36 minus zero', "delta_pct: '4'", 'delta_pct: -0', 'perf.delta_pct is "-0"'],
    ['A-36 hexadecimal', "result: '104'", 'result: 0x10', 'perf.result is "0x10"'],
    ['A-36 a number with a word', "result: '104'", 'result: 45.2abc', 'perf.result is "45.2abc"'],
    ['A-36 full-width digits', "result: '104'", 'result: １２', 'perf.result is "１２"'],
    ['A-36 nothing', "result: '104'", "result: ''", 'perf.result is ""'],
    ['A-37 a plus', "budget_pct: '5'", 'budget_pct: +900', 'perf.budget_pct is "+900"'],
    ['A-37 a baseline of 0', "baseline: '100'", 'baseline: 0', 'nothing is a share of a baseline that is not above 0'],
    ['A-37 a negative baseline', "baseline: '100'", 'baseline: -1', 'nothing is a share of a baseline'],
    ['A-37 a count for a gate', '[format, tests]', '[412/411]', 'gates_passed.tier_a.0 is "412/411": no id of a gate'],
    ['A-38 a status in capitals', 'status: pass', 'status: PASS', 'did you mean "pass"?'],
    ['A-38 a status of another word', 'status: pass', 'status: passed', 'did you mean "pass"?'],
    ['a gate twice', '[format, tests]', '[tests, tests]', 'tests stands here twice'],
    ['a short sha', /pr_sha: \w+/.exec(yaml)![0], 'pr_sha: ddddddd', 'a full commit sha has 40 lower-case hex digits'],
    ['a misspelt key', 'tier_a:', 'tier_A:', 'did you mean "tier_a"?'],
    ['a further key', 'status: pass', 'status: pass\n  verified: true', 'unknown key "verified" in perf'],
    ['A-28 a key twice', 'status: pass', 'status: pass\n  status: pass', 'the key "status" stands there twice'],
    ['A-27 an anchor', 'status: pass', 'status: &a pass', 'an anchor (&a)'],
    ['A-29 a merge key', 'status: pass', "'<<': pass", 'the key "<<" is not allowed'],
    ['A-30 a tag', 'status: pass', 'status: !x pass', 'tag'],
    ['A-33 a prototype', 'status: pass', '__proto__: pass', 'the key "__proto__" is not allowed'],
    ['two first keys', 'gates_passed:', 'nmoe_pr: x\ngates_passed:', 'two first keys, flow_pr and nmoe_pr'],
  ])('%s', (_, from, to, message) => {
    expect(yaml).toContain(from);
    const said = refusal(fenced(yaml.replace(from, () => to)));
    expect(said).toContain(message);
    expect(said).toMatch(/^bad-attestation \(pull request:\d+:\d+\): /);
  });

  test('the place is that of the whole text', () => {
    const said = refusal(fenced(yaml.replace("result: '104'", 'result: fast')));
    const line =
      fenced(yaml)
        .split('\n')
        .findIndex((one) => one.includes('result:')) + 1;
    expect(said).toContain(`(pull request:${line}:3)`);
  });

  test.each<[string, string]>([
    ['A-54 a second block', `${fenced(yaml)}\n${fenced(yaml)}`],
    ['A-34 a block in a quotation', fenced(yaml).replace(/^/gm, '> ')],
    ['A-34 a block in a comment', `<!--\n${fenced(yaml)}\n-->`],
    ['A-34 a block in details', `<details>\n\n${fenced(yaml)}\n</details>`],
    ['A-34 a block without a fence', yaml],
    ['A-34 a block that is not YAML', fenced(yaml).replace('```yaml', '```json')],
    ['A-26 a text beyond all limits', `${fenced(yaml)}${'x'.repeat(65_536)}`],
  ])('%s', (_, markdown) => {
    expect(refusal(markdown)).toMatch(/^bad-attestation \(pull request:\d+:1\): /);
  });
});
