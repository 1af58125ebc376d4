import { inspect, type InspectOptions } from './parity/gguf-inspect.ts';
import { make, type MakeOptions } from './parity/gguf-make.ts';
import type { Outcome } from './parity/outcome.ts';
import { cudaProgram, type CudaProgramOptions } from './parity/program/command.ts';
import { restoreEntry } from './parity/program/from-cache.ts';
import { crossvalCommand } from './parity/crossval/command.ts';
import { makeDump, type MakeDumpOptions } from './parity/crossval/make-dump.ts';
import { measureCrossval } from './parity/crossval/gate-measure.ts';
import type { CrossvalAsked } from './parity/crossval/measure.ts';
import { validate, type ValidateCommandOptions } from './parity/gguf-validate.ts';
import { type GateAsked, type Measure, runMeasure } from './parity/gate.ts';
import { parity, type ParityOptions } from './parity/parity-command.ts';
import { measureQuantization } from './parity/quantization.ts';
import { FlowError } from './core/errors.ts';
import { visible } from './core/text.ts';

/**
 * The entry point of everything that needs kernels/. The CLI and the gates start it as a process of its own, with a command and its options as
 * JSON, so that neither the CLI nor the actions carry what only these commands need.
 */
const COMMANDS: Readonly<Record<string, (options: never) => Outcome | Promise<Outcome>>> = {
  'gguf-inspect': (options: InspectOptions) => inspect(options),
  'gguf-validate': (options: ValidateCommandOptions) => validate(options, process.stderr),
  parity: (options: ParityOptions) => parity(options, process.stderr),
  'gguf-make': (options: MakeOptions) => make(options, process.stderr),
  'cuda-program': (options: CudaProgramOptions) => cudaProgram(options, process.env),
  'cuda-restore': ({ key }: { readonly key: string }) => restoreEntry(key),
  crossval: (options: CrossvalAsked) => crossvalCommand(options, process.stderr),
  'crossval-make-dump': (options: MakeDumpOptions) => makeDump(options, process.stderr),
};

/** What a parity step of a profile can measure, by the first word of its argv. */
const MEASURES: Readonly<Record<string, Measure>> = {
  quantization: (asked) => measureQuantization(asked, process.stderr),
  crossval: (asked) => measureCrossval(asked, process.stderr),
};

/** Exit codes: 0 fine, 1 a finding, 2 usage. */
const FINDING = 1;
const USAGE = 2;

// A reader that has seen enough, as `| head` has, is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

async function run(name: string | undefined, options: string | undefined): Promise<number> {
  const command = COMMANDS[name ?? ''];
  if (options === undefined || (command === undefined && name !== 'gate'))
    throw new FlowError('bad-input', 'is started by the CLI and by gates alone', {
      at: 'parity',
      fix: 'run `bitnet-flow --help`',
    });
  if (command === undefined) {
    const asked = JSON.parse(options) as { measure: readonly string[]; asked: GateAsked };
    return (await runMeasure(MEASURES, asked)) ? 0 : FINDING;
  }
  const { json: asJson = false, ...rest } = JSON.parse(options) as { json?: boolean };
  const { ok, lines, json } = await command(rest as never);
  process.stdout.write(asJson ? `${JSON.stringify(json, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
  return ok ? 0 : FINDING;
}

try {
  process.exitCode = await run(process.argv[2], process.argv[3]);
} catch (error) {
  if (!(error instanceof FlowError) || error.code === 'bug') throw error;
  process.stderr.write(`${visible(error.toLine())}\n`);
  // A gate takes 1 for a finding in a report, and there is none.
  process.exitCode = process.argv[2] === 'gate' || ['bad-input', 'not-found'].includes(error.code) ? USAGE : FINDING;
}
