// Says how often the judge of performance errs, by simulation. The table goes into docs/performance-budgets.md.
//   npm run calibrate:perf [-- --repeats N] [--seed N] [--min N] [--max N]
import { parseArgs } from 'node:util';
import { calibrate } from './calibrate-perf/calibrate.ts';
import { BEYOND, NOISES, type Noise } from './calibrate-perf/noise.ts';

const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    min: { type: 'string', default: '10' },
    max: { type: 'string', default: '40' },
  },
});
const [repeats, seed, minRuns, maxRuns] = [values.repeats, values.seed, values.min, values.max].map(Number) as [
  number,
  number,
  number,
  number,
];
const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
let broken = 0;

process.stdout.write(
  `${repeats} comparisons each, seed ${seed}, ${minRuns} to ${maxRuns} runs of head; at most 5 % false alarms, at least 95 % found\n\n` +
    '| noise | false alarms | false passes | self-test alarms | detectable | found at twice that | runs until then |\n' +
    '|---|---|---|---|---|---|---|\n',
);
for (const [promised, noises] of [
  [true, NOISES],
  [false, BEYOND],
] as const)
  for (const [name, noise] of Object.entries<Noise>(noises)) {
    const seen = calibrate(noise, repeats, seed, { budgetPct: '0', direction: 'lower', minRuns, maxRuns });
    const kept =
      seen.falseAlarms <= 0.05 && seen.falsePasses <= 0.05 && seen.selfTestAlarms <= 0.05 && seen.found >= 0.95;
    if (promised && !kept) broken++;
    process.stdout.write(
      `| ${name}${promised ? '' : ' (beyond the promise)'} | ${share(seen.falseAlarms)} | ${share(seen.falsePasses)} | ${share(seen.selfTestAlarms)} | ${seen.detectablePct.toFixed(2)} % | ${share(seen.found)} | ${seen.runs.toFixed(1)} |${kept ? '' : ' ←'}\n`,
    );
  }
if (broken > 0) {
  process.stderr.write(`${broken} of the promised noises break the promise\n`);
  process.exitCode = 1;
}
