import { describe, expect, test } from '@jest/globals';

import { checkWorkflow, formatFindings } from '../../../../src/local/executor/keys.ts';

const HEAD = 'name: x\non:\n  workflow_dispatch:\n    inputs:\n      a: { type: string }\n';
const STEP = '      - uses: a/b@v1\n';
const JOB = `jobs:\n  j:\n    runs-on: ubuntu-latest\n    steps:\n${STEP}`;

describe('checkWorkflow', () => {
  test('accepts the whole closed list', () => {
    const source = `name: x
run-name: \${{ inputs.a }}
on:
  workflow_dispatch:
    inputs:
      a: { description: d, required: true, default: x, type: string }
      c: { type: choice, options: [one, two] }
      b: { type: boolean }
      n: { type: number }
  schedule:
    - cron: '*/15 * * * *'
permissions: {}
concurrency: { group: "g-\${{ inputs.a }}", queue: max }
env: { E: 1 }
jobs:
  j:
    name: J
    runs-on: [self-hosted, linux]
    environment: { name: prod, url: 'https://example.org' }
    timeout-minutes: 5
    permissions: { contents: read }
    outputs: { o: "\${{ steps.s.outputs.o }}" }
    env: { F: "\${{ vars.F }}" }
    steps:
      - id: s
        name: S
        if: always() && inputs.a
        uses: a/b/c@v1
        with: { k: "\${{ secrets.K }}" }
        env: { G: "\${{ needs.j.result }}" }
        timeout-minutes: 2
        continue-on-error: true
  k:
    needs: [j]
    if: \${{ !cancelled() && needs.j.result == 'success' }}
    runs-on: ubuntu-latest
    steps:
      - uses: a/b@v1
`;
    expect(formatFindings(checkWorkflow(source, 'w.yml'), 'w.yml')).toBe('');
  });

  test.each([
    [
      'defaults at the top',
      `${HEAD}defaults: { run: { shell: sh } }\n${JOB}`,
      /^w\.yml:6:1: key "defaults" is not supported in workflow; supported: name, run-name/,
    ],
    [
      'another event',
      HEAD.replace('workflow_dispatch:', 'push:\n  workflow_dispatch:') + JOB,
      /^w\.yml:3:3: key "push" is not supported in on/,
    ],
    ['another event in short form', `name: x\non: [push]\n${JOB}`, /^w\.yml:2:6: event "push" is not supported/],
    ['a run step', `${HEAD}${JOB}      - run: echo\n`, /w\.yml:11:9: key "run" is not supported in step/],
    [
      'a matrix',
      `${HEAD}${JOB.replace('    steps', '    strategy: { matrix: { a: [1] } }\n    steps')}`,
      /w\.yml:9:5: key "strategy" is not supported in job/,
    ],
    [
      'services',
      `${HEAD}${JOB.replace('    steps', '    services: { a: { image: x } }\n    steps')}`,
      /key "services" is not supported in job/,
    ],
    [
      'a container',
      `${HEAD}${JOB.replace('    steps', '    container: x\n    steps')}`,
      /key "container" is not supported in job/,
    ],
    [
      'job concurrency',
      `${HEAD}${JOB.replace('    steps', '    concurrency: x\n    steps')}`,
      /key "concurrency" is not supported in job/,
    ],
    [
      'continue-on-error of a job',
      `${HEAD}${JOB.replace('    steps', '    continue-on-error: true\n    steps')}`,
      /key "continue-on-error" is not supported in job/,
    ],
    [
      'a reusable workflow',
      `${HEAD}jobs:\n  j:\n    uses: a/b/.github/workflows/c.yml@v1\n`,
      /key "uses" is not supported in job/,
    ],
    ['a working directory', `${HEAD}${JOB.replace('- uses: a/b@v1', '- uses: a/b@v1\n        shell: sh')}`, /shell/],
    [
      'a deployment flag of an environment',
      `${HEAD}${JOB.replace('    steps', '    environment: { name: x, deployment: false }\n    steps')}`,
      /deployment/,
    ],
    ['write-all', `${HEAD}permissions: write-all\n${JOB}`, /^w\.yml:6:14: permissions must be a mapping/],
    [
      'hashFiles',
      `${HEAD}${JOB}        with: { k: "\${{ hashFiles('x') }}" }\n`,
      /w\.yml:11:21: expression "hashFiles\('x'\)".*Unrecognized function/,
    ],
    [
      'matrix in an expression',
      `${HEAD}${JOB}        with: { k: "\${{ matrix.os }}" }\n`,
      /Unrecognized named-value: 'matrix'/,
    ],
    ['secrets in an if', `${HEAD}${JOB}        if: secrets.K\n`, /w\.yml:11:13: .*Unrecognized named-value: 'secrets'/],
    ['a broken if', `${HEAD}${JOB}        if: a b\n`, /w\.yml:11:13:/],
    ['hashFiles in an if', `${HEAD}${JOB}        if: hashFiles('x') != ''\n`, /Unrecognized function: 'hashFiles'/],
    ['YAML that is none', 'a: [', /^w\.yml:1:/],
  ])('refuses %s by name and place', (_, source, message) => {
    expect(formatFindings(checkWorkflow(source, 'w.yml'), 'w.yml')).toMatch(message);
  });
});
