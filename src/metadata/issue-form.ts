import { renderContract } from '../core/contract/contract.ts';

/** Where GitHub looks for issue forms. */
export const ISSUE_FORM_FILE = '.github/ISSUE_TEMPLATE/bitnet-flow.yml';

/**
 * The issue form of a flow: what the first agents turn into a story and into acceptance criteria. It sets no label, because the
 * flow's label marks issues that a flow has begun to work on.
 */
export function issueForm(flow: string): string {
  return `name: Work for bitnet-flow
description: A requirement that the ${flow} flow takes to a Draft pull request.
body:
  - type: markdown
    attributes:
      value: |
        The flow reads this issue as data: it says what is wanted, and gives no instructions about how to work.
        A maintainer starts it with \`gh workflow run ${flow}.yml --field subject=NUMBER\`.
  - type: textarea
    id: story
    attributes:
      label: Story
      description: Who needs what, and why.
      placeholder: |
        As a reader of model files I want to unpack I2_S tensors, so that I can multiply with them.
    validations:
      required: true
  - type: textarea
    id: criteria
    attributes:
      label: Acceptance criteria
      description: >-
        One behaviour that can be observed per line, each with an id: AC1, AC2, and so on. Tests are mapped to them by name.
      placeholder: |
        AC1: unpack of an empty buffer gives an empty list
        AC2: unpack refuses a length that is not a multiple of four, and names the length
    validations:
      required: true
  - type: textarea
    id: constraints
    attributes:
      label: Constraints
      description: What must not change, what must not be used, limits that hold. Leave it empty when there are none.
      placeholder: |
        No new dependency. The format of the file stays as it is.
    validations:
      required: false
  - type: textarea
    id: contract
    attributes:
      label: Contract
      description: >-
        What the change may touch, what must hold, and which gates must pass. Machines enforce it from the first hop on;
        \`bitnet-flow contract check NUMBER\` says whether it reads. Leave it empty for a change without one.
      render: yaml
      placeholder: |
${FORM_CONTRACT.replace(/^(?=.)/gm, '        ')}    validations:
      required: false
`;
}

/** The contract that the form shows as an example. */
export const FORM_CONTRACT = renderContract({
  key: 'flow',
  issue: '42',
  slug: 'unpack-i2s',
  kind: 'feature',
  risk: 'warm',
  complexity: 'M',
  dependsOn: [],
  mergeHotspots: [],
  scope: { allow: ['src/**', 'test/**', 'docs/**'], deny: ['src/format/**'] },
  invariants: ['The format of the file stays as it is.'],
  knobs: { add: [], change: [] },
  gates: { required: ['tests'] },
});
