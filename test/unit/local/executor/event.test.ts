import { describe, expect, test } from '@jest/globals';
import { givenEvent } from '../../../../src/local/executor/event.ts';
import { parseModel } from '../../../../src/local/executor/model.ts';
import { runOptions } from './harness.ts';

const JOBS = 'jobs:\n  j:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: x/probe@v1\n';
const FILE = '.github/workflows/test.yml';
const comment = {
  name: 'issue_comment' as const,
  inputs: {},
  comment: { id: 5, body: '/flow resume', user: { login: 'maintainer', type: 'User' } },
  issue: { number: 7 },
  actor: 'maintainer',
};

describe('the event of a run', () => {
  test('a comment gives its payload and no inputs', () => {
    const source = `name: x\non: { issue_comment: { types: [created] } }\n${JOBS}`;
    const given = givenEvent(runOptions(source, { event: comment }), parseModel(source, FILE));
    expect(given.inputs).toEqual({});
    expect(given.payload).toMatchObject({
      action: 'created',
      comment: comment.comment,
      issue: { number: 7 },
      sender: { login: 'maintainer' },
      repository: { full_name: 'acme/widgets' },
    });
  });

  test.each(['on: workflow_dispatch', 'on: [workflow_dispatch]', 'on: { workflow_dispatch: {} }'])(
    'a workflow with `%s` does not start on a comment',
    (on) => {
      const source = `name: x\n${on}\n${JOBS}`;
      const run = () => givenEvent(runOptions(source, { event: comment }), parseModel(source, FILE));
      expect(run).toThrow(`${FILE} does not start on issue_comment: workflow_dispatch`);
      expect(givenEvent(runOptions(source), parseModel(source, FILE)).payload).toMatchObject({ inputs: {} });
    },
  );
});
