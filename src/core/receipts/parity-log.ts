import { fault, type ReceiptFault, type ReceiptRule } from './receipt.ts';

/** What a command said on its way that no receipt and no exit code repeats. */
const CONFESSIONS: readonly (readonly [ReceiptRule, RegExp])[] = [
  ['cpp-failure-allowed', /C\+\+ failures?:? (?:(?:is|are) )?allowed|CROSSVAL_ALLOW_CPP_FAIL=(?:1|true)/i],
  ['xfail', /\bXFAIL\b/],
  ['rust-only', /\bRust-only (?:validation|mode)\b|\bC\+\+ parity check failed\b/i],
  ['skipped-tests', /\b(?:CROSSVAL_GGUF|BITNET_CPP_DIR) not (?:set|found)|; skipping\b|\bskipping parity test/i],
  ['timeout', /^\s*TIMEOUT\b|\bParity test (?:timed out|exceeded)/i],
  ['dry-run', /\[DRY RUN\]/i],
  ['mock', /\bmock[-_ ](?:mode|inference|model|tokenizer|backend|wrapper|fallback|tokens?)\b/i],
];

/** Lines of cargo and of test lists: names of crates and tests say nothing about the run. */
const OF_CARGO =
  /^\s*(?:Compiling|Downloaded|Downloading|Checking|Running|Finished|Fresh|Doc-tests) |^test \S+ (?:- \S+ (?:\(line \d+\) )?)?(?:- (?:should panic|compile|compile fail) )?\.\.\. /;

/** What a command admits in its log, each kind once, with the line. */
export function logFaults(output: string): ReceiptFault[] {
  const found = new Map<ReceiptRule, ReceiptFault>();
  for (const line of output.split('\n')) {
    if (OF_CARGO.test(line)) continue;
    const cut = line.slice(0, 2000);
    for (const [rule, pattern] of CONFESSIONS)
      if (!found.has(rule) && pattern.test(cut)) found.set(rule, fault(rule, `its log says: ${cut.trim()}`));
  }
  return [...found.values()];
}

/** Tests in the log of `cargo test`, by the binaries that ran. */
export interface LoggedTests {
  /** Binaries that were started; 0 when the command ran no tests. */
  readonly binaries: number;
  /** Tests of parity that passed. */
  readonly passed: number;
  readonly faults: readonly ReceiptFault[];
}

/** Integration tests that compare with the reference, by the name of their file. Unit tests of a comparing function compare nothing. */
const PARITY_TARGET = /^(?:.*\/)?tests\/[^/]*(?:parity|crossval|equivalence|logits)[^/]*(?:\.rs|\/main\.rs)$/i;
const RESULT = /^test result: (ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored;/gm;
const STARTED = /^\s+(?:Running (?:unittests )?(\S+\.rs) \(|Doc-tests (\S+)$)/gm;

/** Counts parity tests: the results in `stdout` belong, in order, to the binaries that cargo names in `stderr`. */
export function loggedTests(stdout: string, stderr: string): LoggedTests {
  const results = [...stdout.matchAll(RESULT)];
  const started = [...stderr.matchAll(STARTED)];
  const faults: ReceiptFault[] = [];
  if (results.length < started.length)
    faults.push(fault('tests-failed', `${started.length} test binaries were started, ${results.length} left a result`));
  const failed = results.reduce((sum, [, , , count]) => sum + Number(count), 0);
  if (failed > 0 || results.some(([, word]) => word === 'FAILED'))
    faults.push(fault('tests-failed', `${failed} tests of its log failed`));
  const passed = started.reduce((sum, [, target], i) => {
    const counts = target !== undefined && PARITY_TARGET.test(target) && results[i] !== undefined;
    return counts ? sum + Number(results[i]![2]) : sum;
  }, 0);
  const binaries = Math.max(results.length, started.length);
  if (binaries > 0 && passed === 0)
    faults.push(fault('zero-parity-tests', `${binaries} test binaries ran, and not one test of parity in them`));
  return { binaries, passed, faults };
}
