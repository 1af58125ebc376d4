import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { memoryClass, type Machine } from '../core/machine.ts';

/** The machine that this process runs on. */
export function seenMachine(): Machine {
  const models = [...new Set(cpus().map(({ model }) => model.trim()))].sort();
  return {
    cpu: models.join(', ') || 'unknown',
    cores: availableParallelism(),
    memoryGiB: memoryClass(totalmem()),
    os: `${platform()} ${arch()} ${release()}`,
  };
}
