import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attestationText, withAttestation } from '../../../src/core/attestation/region.ts';
import { gateStatements } from '../../../src/core/attestation/statement.ts';
import { renderContract, contractSha256, type Contract } from '../../../src/core/contract/contract.ts';
import { fold } from '../../../src/core/fold.ts';
import { encodeBlock } from '../../../src/core/ledger/block.ts';
import type { AttestVerifyOptions } from '../../../src/commands/attest/options.ts';
import { verifyAttestation } from '../../../src/commands/attest/verify.ts';
import { end, gate, start } from '../core/facts.ts';

const contract: Contract = {
  ...{ key: 'flow', issue: '03a', slug: 'rocket', kind: 'feature', risk: 'hot', complexity: 'S' },
  ...{ dependsOn: [], mergeHotspots: [], invariants: [], scope: { allow: ['src/**'], deny: [] } },
  ...{ knobs: { add: [], change: [] }, gates: { required: ['tests'] } },
};

let dir: string;
let [base, head] = ['', ''];
const git = (...args: string[]): string => {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', dir, ...who, ...args], { encoding: 'utf8' }).trim();
};
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const facts = () => [
  start({ base, sha: base, branch: 'feat/7', contract: contractSha256(contract) }),
  gate({ sha: head }),
  end({ sha: head }),
];
const text = () => withAttestation('Words.\n', attestationText(fold(facts()), { contract })!);
const verify = async (changes: Partial<AttestVerifyOptions> = {}) => {
  const given = {
    text: join(dir, 'pr.md'),
    facts: join(dir, 'ledger.md'),
    dir,
    contract: join(dir, 'contract.yml'),
    base: 'main',
  };
  const { ok, lines } = await verifyAttestation({ ...given, ...changes });
  return { ok, said: lines.join('\n') };
};

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'attest-'));
  git('init', '-q', '-b', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'build: begin');
  base = git('rev-parse', 'HEAD');
  git('checkout', '-q', '-b', 'feat/7');
  git('commit', '-q', '--allow-empty', '-m', 'feat: all of it');
  head = git('rev-parse', 'HEAD');
  git('checkout', '-q', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'docs: main goes on');
  file('ledger.md', `Ledger\n${encodeBlock(facts())}\n`);
  file('pr.md', text());
  file('contract.yml', renderContract(contract));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('offline: text, saved Ledger, clone and contract; all of it holds', async () => {
  const { ok, said } = await verify();
  expect(said).toContain(`ok     pr_sha is the head ${head.slice(0, 7)}\n`);
  expect(said).toContain(`ok     baseline_sha is the merge base ${base.slice(0, 7)}\n`);
  expect(said).toContain('ok     every fact is of a commit of the branch');
  expect(said).not.toContain('clone');
  expect(ok).toBe(true);
});

test('A-54 a commit behind the verdicts is seen in the clone, whatever text and facts agree on', async () => {
  git('checkout', '-q', '-b', 'feat/moved', 'feat/7');
  git('commit', '-q', '--allow-empty', '-m', 'feat: one more');
  git('checkout', '-q', 'main');
  const { ok, said } = await verify({ head: 'feat/moved' });
  expect(ok).toBe(false);
  expect(said).toMatch(/WRONG {2}flow_pr\.pr_sha: it is not the head of the pull request: it is an earlier commit/);
  expect(said).toContain('WRONG  gates_passed.tier_a: tests was observed on another commit only');
});

test('A-54 a clone of something else', async () => {
  git('checkout', '-q', '--orphan', 'other');
  git('commit', '-q', '--allow-empty', '-m', 'build: other');
  git('checkout', '-q', 'main');
  await expect(verify({ head: 'other' })).rejects.toThrow('no commit in common');
  await expect(verify({ head: 'nothing' })).rejects.toThrow('has no commit nothing');
  await expect(verify({ head: '--upload-pack=x' })).rejects.toThrow('has no commit --upload-pack=x');
});

test('without the contract that the facts pin, issue and risk are not verified, and an honest text is not called wrong', async () => {
  const { ok, lines } = await verifyAttestation({ text: join(dir, 'pr.md'), facts: join(dir, 'ledger.md') });
  expect([ok, lines.filter((line) => line.includes('WRONG'))]).toEqual([true, []]);
  expect(lines).toContain('  - issue id and risk against the contract (give --contract)');
});

test('A-34 an edited contract is told, and does not speak for the pull request', async () => {
  const { said, ok } = await verify({ contract: file('edited.yml', renderContract({ ...contract, risk: 'cold' })) });
  expect(said).toContain('WRONG  contract: it is not the one that was approved');
  expect(said).toContain('WRONG  flow_pr.risk');
  expect(ok).toBe(false);
});

test('A-34 an edited contract is a mismatch, also where the text speaks of none', async () => {
  const plain = text()
    .replace("issue: '03a'", "issue: '7'")
    .replace(/\n {2}risk: \w+/, '');
  const { ok, said } = await verify({
    text: file('plain.md', plain),
    contract: file('edited.yml', renderContract({ ...contract, risk: 'cold' })),
  });
  expect(said).toContain('1 mismatch.');
  expect(ok).toBe(false);
});

test('what would be looked at in vain is refused', async () => {
  mkdirSync(join(dir, 'empty'));
  await expect(verify({ bundle: [join(dir, 'empty')] })).rejects.toThrow('holds no statement');
  await expect(verify({ trustedRoot: 'roots.jsonl' })).rejects.toThrow('there is no bundle to check');
  // A statement of anybody's repository would be as good as one of ours.
  const signed = 'test/fixtures/attestation/other-repository.sigstore.json';
  const roots = 'test/fixtures/attestation/trusted-root.jsonl';
  await expect(verify({ bundle: [signed], trustedRoot: roots })).rejects.toThrow(
    'nothing says whose signatures are meant',
  );
  await expect(verify({ pr: '7' })).rejects.toThrow('--pr and --text are both given');
});

test('A-51 a Ledger that was altered is refused', async () => {
  const altered = encodeBlock(facts()).replace('"tests",0', '"tests",1').replace('"feat/7"', '"feat/8"');
  await expect(verify({ facts: file('altered.md', altered) })).rejects.toThrow('it was altered');
});

test('statements from a folder: those that hold, and one that was forged', async () => {
  const statement = gateStatements(fold(facts()), head, 'https://example.invalid/a/b')[0]!.statement;
  const good = file('tests.intoto.json', JSON.stringify(statement));
  expect(await verify({ bundle: [dir] })).toMatchObject({ ok: true });
  expect((await verify({ bundle: [good] })).said).toContain(`who made ${good}: not signed`);
  file('tests.intoto.json', JSON.stringify(statement).replace('PASSED', 'WARNED'));
  const { ok, said } = await verify({ bundle: [good] });
  expect(ok).toBe(false);
  expect(said).toContain(`WRONG  ${good}: tests: predicate.result: the facts give another statement`);
});

test('an unreadable block is a mismatch with place and fix, and everything else is still looked at', async () => {
  const { ok, said } = await verify({ text: file('odd.md', text().replace('tier_a', 'tier_x')) });
  expect(ok).toBe(false);
  expect(said).toMatch(
    /WRONG {2}attestation: unknown key "tier_x" in gates_passed; did you mean "tier_a"\?\n {11}says {6}\S+odd\.md:\d+:3/,
  );
});

test('without anything to look at it says what to give', async () => {
  await expect(verifyAttestation({})).rejects.toThrow('nothing says which pull request is meant');
  await expect(verifyAttestation({ pr: 'x' })).rejects.toThrow('"x" is not the number of a pull request');
});
