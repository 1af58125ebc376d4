import { ISSUE_ID, renderContract, type Contract } from '../../core/contract/contract.ts';
import { FlowError } from '../../core/errors.ts';
import { SLUG } from '../../core/names.ts';

/** A contract to be filled in. It reads as it stands, and allows nothing that a repository would not have. */
export function contractTemplate(issue: string, slug: string): Contract {
  return {
    key: 'flow',
    issue,
    slug,
    kind: 'feature',
    risk: 'warm',
    complexity: 'M',
    dependsOn: [],
    mergeHotspots: [],
    scope: { allow: ['src/**', 'test/**', 'docs/**'], deny: [] },
    invariants: ['No new dependency.'],
    knobs: { add: [], change: [] },
    gates: { required: ['tests'] },
  };
}

/** The fenced block of a new contract. */
export function newContract(issue: string, slug: string): string[] {
  const refuse = (at: string, text: string, fix: string): never => {
    throw new FlowError('bad-input', `${JSON.stringify(text)} is no ${at} of a contract`, { at, fix });
  };
  if (!ISSUE_ID.test(issue)) refuse('issue', issue, 'give 1 to 9 digits and at most one letter, such as 42 or 03a');
  if (!SLUG.test(slug)) refuse('slug', slug, 'give lower-case letters, digits and dashes, at most 40');
  return ['```yaml', renderContract(contractTemplate(issue, slug)).trimEnd(), '```'];
}
