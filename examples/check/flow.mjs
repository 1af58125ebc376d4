// The hops that a prepared flow takes: which agent, what it may write, what its tree has to look like.

/** The happy path: agent, write scope, and the state of the tree behind it. */
const PATH = [
  ['issue-creator', 'none', 'green'],
  ['spec-analyzer', 'none', 'green'],
  ['issue-finalizer', 'none', 'green'],
  ['spec-creator', 'spec', 'green'],
  ['schema-validator', 'spec', 'green'],
  ['spec-finalizer', 'spec', 'green'],
  ['test-creator', 'tests', 'red'],
  ['fixture-builder', 'tests', 'red'],
  ['tests-finalizer', 'tests', 'red'],
  ['impl-creator', 'code', 'green'],
  ['code-reviewer', 'none', 'green'],
  ['impl-finalizer', 'code', 'green'],
  ['code-refiner', 'code', 'green'],
  ['test-hardener', 'tests', 'green'],
  ['mutation-tester', 'none', 'green'],
  ['fuzz-tester', 'tests', 'green'],
  ['safety-scanner', 'deps', 'green'],
  ['benchmark-runner', 'none', 'green'],
  ['quality-finalizer', 'none', 'green'],
  ['doc-updater', 'docs', 'green'],
  ['link-checker', 'docs', 'green'],
  ['docs-finalizer', 'docs', 'green'],
  ['policy-gatekeeper', 'none', 'green'],
  ['pr-preparer', 'none', 'green'],
  ['diff-reviewer', 'none', 'green'],
  ['prep-finalizer', 'none', 'green'],
  ['pr-publisher', 'none', 'green'],
  ['merge-readiness', 'none', 'green'],
  ['pub-finalizer', 'none', 'green'],
];

const hop = ([agent, writes, state], attempt = 1) => ({ agent, writes, state, attempt });

/** The hops of a variant: `broken` tries the implementation three times, twice over, and skips the documentation. */
export function hopsOf(variant) {
  if (variant === 'default') return PATH.map((row) => hop(row));
  const at = (agent) => PATH.findIndex(([name]) => name === agent);
  const [first, last] = [at('impl-creator'), at('quality-finalizer')];
  const broken = ([agent, writes]) => [agent, writes, 'broken'];
  const round = [1, 2, 3]
    .map((attempt) => hop(broken(PATH[first]), attempt))
    .concat(PATH.slice(first + 1, last + 1).map((row) => hop(broken(row))));
  return [
    ...PATH.slice(0, first).map((row) => hop(row)),
    ...round,
    ...round,
    ...PATH.slice(at('pr-preparer')).map((row) => hop(broken(row))),
  ];
}

/** Whether the agent's prepared change may be empty: it looks for something that the samples do not have. */
export const mayLeaveTree = ({ agent, writes }) =>
  writes === 'none' || agent === 'fuzz-tester' || agent === 'safety-scanner';

/** What is wrong with an agent's result, as far as its place in the flow says it. */
export function resultProblems(result, { agent }, variant) {
  const next = PATH[PATH.findIndex(([name]) => name === agent) + 1]?.[0];
  const partial = variant === 'broken' && agent === 'quality-finalizer';
  const want = partial ? 'pr-preparer' : next;
  const problems = [];
  if (result.route.agent !== want) problems.push(`route.agent is ${result.route.agent}, not ${want}`);
  const short = [result.summary, ...(result.advisories ?? [])];
  if (short.some((text) => text.length > 200)) problems.push('summary or advisory over 200 characters');
  if ((result.plan ?? '').length > 600) problems.push('plan over 600 characters');
  if (agent === 'issue-finalizer' && !(result.story && result.acceptance_criteria?.length >= 3)) {
    problems.push('story or acceptance criteria are missing');
  }
  if (agent === 'pr-publisher' && !(result.pr?.title && result.pr.body)) problems.push('pr is missing');
  return problems;
}
