import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { CrossvalReport } from '../../core/parity/crossval-report.ts';
import { MAX_TOLERANCE } from '../../core/parity/report.ts';
import { FlowError } from '../../core/errors.ts';
import { ACTIVATION_CODES, ACTIVATIONS } from '../../../kernels/oracle/hyperparameters.ts';
import { findFiles } from '../find-files.ts';
import type { GateAsked } from '../gate.ts';
import { wantedBackends } from '../open-backends.ts';
import type { ProgressStream } from '../progress.ts';
import { stagedProgress } from './command.ts';
import { crossval } from './measure.ts';

const askedSchema = z.object({
  root: z.string(),
  out: z.string(),
  model: z.string().min(1).optional(),
  dump: z.string().min(1).optional(),
  tolerance: z.number().positive().max(MAX_TOLERANCE),
  activation: z.enum(ACTIVATIONS).optional(),
  codes: z.enum(ACTIVATION_CODES).optional(),
  i2s: z.enum(['i2_s', 'i2_s_arm64', 'i2_s_rows']).optional(),
  backends: z.string().min(1),
});

/** What the gate asks for, measured. No model file is a report without subjects. */
export async function measureCrossval(asked: GateAsked, stream: ProgressStream): Promise<CrossvalReport> {
  const parsed = askedSchema.safeParse(asked);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new FlowError('bad-input', issue.message, { at: issue.path.join('.'), fix: 'see docs/crossval.md' });
  }
  const { root, out, model, dump, tolerance, activation, codes, i2s, backends } = parsed.data;
  const place = (path: string): string => {
    const whole = path.replace(/^\{out\}(?=\/|$)/, () => out);
    return isAbsolute(whole) ? whole : join(root, whole);
  };
  const found = model === undefined ? [] : findFiles(root, [model.replace(/^\{out\}(?=\/)/, () => out)]);
  if (found.length > 1)
    throw new FlowError('bad-input', `${JSON.stringify(model)} finds ${found.length} files`, {
      at: 'model',
      fix: `name the one that the engine ran: ${found
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', ')}`,
    });
  if (dump !== undefined && found.length === 0)
    throw new FlowError('bad-input', 'a dump is named, and no model file was found', {
      at: 'model',
      fix: 'name the model file that the engine ran',
    });
  const progress = stagedProgress(stream);
  try {
    return await crossval(
      {
        ...(found[0] === undefined ? {} : { model: found[0].path, name: found[0].name }),
        ...(dump === undefined ? {} : { dump: place(dump), dumpName: dump }),
        ...(activation === undefined ? {} : { activation }),
        ...(codes === undefined ? {} : { codes }),
        ...(i2s === undefined ? {} : { i2s }),
        tolerance,
        backends: wantedBackends(backends),
      },
      progress,
    );
  } finally {
    progress.end();
  }
}
