import type { ActionDefinition } from './core/action.ts';
import { logLine } from './core/text.ts';
import type { GitHubHost } from './runtime/github/host.ts';
import { realClock } from './runtime/github/transport.ts';
import { appendSummary, print, printCommand } from './runtime/runner.ts';

/** What every driver is given by the one list of them. */
export interface DriverTools {
  readonly inputsOf: <T>(definition: ActionDefinition) => T;
  readonly give: (definition: ActionDefinition, outputs: Readonly<Record<string, string | undefined>>) => void;
  readonly hostOf: (token: string) => Promise<GitHubHost>;
  /** A variable that every runner sets. */
  readonly variable: (name: string) => string;
  /** Pause between looks at something that another copy may show late, in milliseconds; 0 on loopback. */
  readonly lookAgain: () => number;
}

/** Milliseconds between two looks for a runner, where the host is on loopback: nothing there is late. A minute of them stays below the calls of a job. */
const LOOPBACK_LOOK = 400;

/** What runs behind the actions of a registry and its tiers. */
export function tierDrivers(
  tools: DriverTools,
): Readonly<Record<string, (definition: ActionDefinition) => Promise<void>>> {
  const { inputsOf, give, hostOf, variable, lookAgain } = tools;
  const log = (line: string): void => print(logLine(line));
  return {
    'gate-registry': async (definition) =>
      (await import('./runtime/gate-registry/action.ts')).run(inputsOf(definition), Object.keys(definition.outputs)),
    'tier-resolve': async (definition) => {
      const { resolveTier } = await import('./runtime/tier/resolve.ts');
      const inputs = inputsOf<Parameters<typeof resolveTier>[0]>(definition);
      const world = { clock: realClock, log, actor: variable('GITHUB_ACTOR'), pause: lookAgain() * 2 };
      const { outputs, summary } = await resolveTier(inputs, { host: await hostOf(inputs.token), ...world });
      give(definition, outputs);
      await appendSummary(summary);
    },
    'tier-watch': async (definition) => {
      const { watchForRunner } = await import('./runtime/tier/watch.ts');
      const inputs = inputsOf<Parameters<typeof watchForRunner>[0]>(definition);
      const outcome = await watchForRunner(inputs, {
        host: await hostOf(inputs.token),
        clock: realClock,
        log: (line) => printCommand('warning', line),
        run: Number(variable('GITHUB_RUN_ID')),
        pause: lookAgain() * 60 || LOOPBACK_LOOK,
      });
      give(definition, { outcome });
      print(`${inputs.job}: ${outcome}`);
    },
    'tier-report': async (definition) => {
      const { reportTier } = await import('./runtime/tier/report.ts');
      const { writeReport } = await import('./runtime/gate-registry/action.ts');
      const inputs = inputsOf<Parameters<typeof reportTier>[0]>(definition);
      const run = variable('GITHUB_RUN_ID');
      const { report, summary, comment, facts, dispatched } = await reportTier(inputs, {
        host: await hostOf(inputs.token),
        clock: realClock,
        log,
        pause: lookAgain(),
        run: Number(run),
        runUrl: `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${run}`,
        workflowSha: variable('GITHUB_SHA'),
      });
      const path = writeReport(report, 'tier-b.json');
      const hop = dispatched === undefined ? '' : String(dispatched);
      const told = { verdict: report.verdict, facts: JSON.stringify(facts), comment, 'report-path': path, run: hop };
      give(definition, told);
      await appendSummary(summary);
      if (report.verdict === 'pass') return;
      printCommand('error', `tier B: ${report.verdict}; the comment on #${inputs.pr} says why`);
      process.exitCode = 1;
    },
  };
}
