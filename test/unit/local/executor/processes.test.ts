import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from '@jest/globals';

import { runWorkflow } from '../../../../src/local/executor/run-workflow.ts';
import { job, probe, runOptions, workflow } from './harness.ts';

const alive = (pid: string | undefined): boolean => {
  // A zombie that nobody has reaped yet is dead.
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
const gone = async (pid: string | undefined): Promise<boolean> => {
  for (let tries = 0; tries < 50 && alive(pid); tries++) await sleep(20);
  return !alive(pid);
};

const SPAWN = (detached: boolean): string =>
  `const c = spawn('sleep', ['60'], { detached: ${detached}, stdio: 'ignore', env: ${detached} ? { PATH: process.env.PATH } : process.env })\noutput('pid', String(c.pid))`;
const WAIT = 'await new Promise(() => setTimeout(() => {}, 60000))';
const DEAF = `process.on('SIGTERM', () => {})`;

describe('processes of a step', () => {
  test.each([
    ['its children', `${SPAWN(false)}\n${WAIT}`],
    ['its children in groups of their own and with an environment of their own', `${SPAWN(true)}\n${WAIT}`],
    ['itself when it is deaf to SIGTERM', `${DEAF}\noutput('pid', String(process.pid))\n${WAIT}`],
  ])('a time-out of the step ends %s', async (_, code) => {
    const result = await runWorkflow(
      runOptions(workflow(job('a', probe(code, 'id: s\n        timeout-minutes: 0.008') + probe('', 'if: failure()')))),
    );
    const [step, after] = result.jobs[0]?.steps ?? [];
    expect(step).toMatchObject({ outcome: 'failure', exitCode: undefined });
    expect(step?.annotations[0]?.message).toBe('The action has timed out after 0.008 minutes.');
    expect(step?.outputs['pid']).toMatch(/^\d+$/);
    expect(await gone(step?.outputs['pid'])).toBe(true);
    expect(after?.outcome).toBe('success');
  });

  test('a time-out of the job cancels it; always() still runs', async () => {
    const steps = probe(`output('pid', String(process.pid))\n${WAIT}`, 'id: s') + probe('') + probe('', 'if: always()');
    const result = await runWorkflow(runOptions(workflow(job('a', steps, '    timeout-minutes: 0.008\n'))));
    expect(result.conclusion).toBe('cancelled');
    expect(result.jobs[0]?.steps.map((step) => step.outcome)).toEqual(['cancelled', 'skipped', 'success']);
    expect(await gone(result.jobs[0]?.steps[0]?.outputs['pid'])).toBe(true);
  });

  test('A-68 a daemon that a step leaves behind is gone when the job ends', async () => {
    const code = `const c = spawn('sleep', ['60'], { detached: true, stdio: 'inherit' })\nc.unref()\noutput('pid', String(c.pid))`;
    const result = await runWorkflow(runOptions(workflow(job('a', probe(code, 'id: s')))));
    expect(result.conclusion).toBe('success');
    expect(result.jobs[0]?.steps[0]?.durationMs).toBeLessThan(5_000);
    expect(await gone(result.jobs[0]?.steps[0]?.outputs['pid'])).toBe(true);
  });

  test('an abort ends what runs and starts nothing more, not even always()', async () => {
    const controller = new AbortController();
    const source = workflow(
      job('a', probe(`output('pid', String(process.pid))\n${WAIT}`, 'id: s') + probe('', 'if: always()')) +
        job('b', probe(''), '    needs: a\n    if: always()\n'),
    );
    const running = runWorkflow(
      runOptions(source, { signal: controller.signal, onStep: () => setTimeout(() => controller.abort(), 300) }),
    );
    const result = await running;
    expect(result.conclusion).toBe('cancelled');
    expect(result.jobs.map((one) => one.result)).toEqual(['cancelled', 'cancelled']);
    expect(result.jobs[0]?.steps.map((step) => step.outcome)).toEqual(['cancelled', 'skipped']);
    expect(await gone(result.jobs[0]?.steps[0]?.outputs['pid'])).toBe(true);
  });

  test('a callback that throws ends the run and what it started', async () => {
    const source = workflow(job('a', probe(`console.log(process.pid)\n${WAIT}`)) + job('b', probe('')));
    const options = runOptions(source, {
      parallel: 2,
      onJob: ({ phase, job: id }) => {
        if (phase === 'end' && id === 'b') throw new Error('no more');
      },
    });
    const begun = performance.now();
    await expect(runWorkflow(options)).rejects.toThrow('no more');
    expect(performance.now() - begun).toBeLessThan(10_000);
    const log = readFileSync(`${options.dir}/jobs/a/logs/1-__1.log`, 'utf8').trim();
    expect(log === '' || (await gone(log))).toBe(true);
  });

  test('a long log keeps its head and its tail', async () => {
    const code = `for (let i = 0; i < 20000; i++) console.log('line ' + i)\nprocess.stdout.write('x'.repeat(3000000) + '\\nlast')`;
    const result = await runWorkflow(runOptions(workflow(job('a', probe(code))), { logCap: 10_000 }));
    const log = readFileSync(result.jobs[0]?.steps[0]?.log ?? '', 'utf8');
    expect(log).toMatch(/^line 0\n/);
    expect(log).toMatch(/\n\[\d+ bytes left out: the log is capped at 10000 bytes\]\n/);
    expect(log).toMatch(/last\n$/);
    expect(log.length).toBeLessThan(2_000_000);
  });
});
