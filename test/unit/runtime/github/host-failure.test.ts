import { expect, test } from '@jest/globals';
import { FlowError } from '../../../../src/core/errors.ts';
import { hostFailure } from '../../../../src/runtime/github/host-failure.ts';

const request = {
  method: 'GET',
  url: 'https://api.github.com/repos/acme/rocket/pulls?state=open',
  headers: { authorization: 'x' },
};
const failed = (status: number, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name: 'HttpError', status, request, response: { headers: {} }, ...more });

test.each<[string, Error, string]>([
  [
    'no answer',
    failed(500, 'connect ECONNREFUSED 127.0.0.1:9', { response: undefined }),
    'no answer: connect ECONNREFUSED 127.0.0.1:9. Fix: see whether this machine reaches it; --api-url or GITHUB_API_URL names another',
  ],
  [
    'a token that is none',
    failed(401, 'Bad credentials - https://docs.github.com/rest'),
    '401 Bad credentials. Fix: export GITHUB_TOKEN',
  ],
  [
    'a token that may not',
    failed(403, 'Resource not accessible by integration'),
    '403 Resource not accessible by integration. Fix: give a token',
  ],
  ['too many calls', failed(403, 'API rate limit exceeded'), 'Fix: wait until the host takes calls again'],
  [
    'nothing there',
    failed(404, 'Not Found'),
    '404 Not Found. Fix: check the name; what a token may not see is not found, either',
  ],
  ['a fault of the host', failed(502, 'Bad Gateway'), '502 Bad Gateway. Fix: try again'],
  ['what it does not take', failed(422, 'Validation Failed\u001b[31m'), '422 Validation Failed'],
])('%s', (_, error, said) => {
  const failure = hostFailure(error)!;
  expect(failure.toLine()).toContain(`https://api.github.com, GET /repos/acme/rocket/pulls: `);
  expect(failure.toLine()).toContain(said);
  expect(failure.toLine()).not.toContain('\u001b');
});

test('in the log of a workflow the fix is one of a workflow', () => {
  const fix = (error: Error) => hostFailure(error, 'action')?.fix;
  expect(fix(failed(401, 'Bad credentials'))).toContain('the input `token`');
  expect(fix(failed(500, 'x', { response: undefined }))).toContain('whether the runner reaches it');
  expect(fix(failed(403, 'no'))).toContain('a job the permissions');
});

test('other errors are no failure of the host', () => {
  for (const error of [
    new Error('x'),
    new FlowError('host', 'x'),
    undefined,
    'x',
    Object.assign(new Error('x'), { status: 500 }),
  ])
    expect(hostFailure(error)).toBeUndefined();
  expect(hostFailure(Object.assign(new Error('x'), { name: 'HttpError' }))?.toLine()).toContain(
    'the host, a call: no answer: x',
  );
});
