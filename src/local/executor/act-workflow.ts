import { parseDocument, visit } from 'yaml';

import type { WorkflowModel } from './model.ts';

/** The `uses` of the step that reports; it exists on no host. */
export const REPORT_USES = 'bitnet-flow/act-report@v1';
const REPORT_JOB = '__report';

/** What one step of the report wrote: which job, its file, and the output behind each numbered input. */
export interface Report {
  job: string;
  file: string;
  outputs: string[];
}

/**
 * The workflow as act is given it, and where to read what act made of its jobs. Three things differ from the original:
 * `concurrency.queue`, which act's schema does not know, is left out (act ignores concurrency anyway);
 * a last job writes down result and outputs of every job, because act's log has no job outputs; and every
 * `needs.JOB.outputs.NAME` is guarded, because act hands on the raw text of a skipped job's outputs
 * (`${{ steps.s.outputs.x }}` as a string) where GitHub hands on nothing.
 */
export function actWorkflow(
  source: string,
  model: WorkflowModel,
  file: (at: number) => string,
): { source: string; reports: Report[] } {
  const document = parseDocument(source);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.value = guardOutputs(node.value);
    },
  });
  if (document.hasIn(['concurrency', 'queue'])) document.deleteIn(['concurrency', 'queue']);
  const reports = model.jobs.map((job, at) => ({
    job: job.id,
    file: file(at),
    outputs: job.outputs.map(([name]) => name),
  }));
  const steps = reports.map((report) => ({
    if: 'always()',
    uses: REPORT_USES,
    env: { REPORT_FILE: report.file },
    with: Object.fromEntries([
      ['result', `\${{ needs.${report.job}.result }}`],
      ...report.outputs.map((name, at) => [`o${at}`, guardOutputs(`\${{ needs.${report.job}.outputs.${name} }}`)]),
    ]),
  }));
  const needs = model.jobs.map((job) => job.id);
  document.setIn(['jobs', REPORT_JOB], { if: 'always()', needs, 'runs-on': 'ubuntu-latest', steps });
  return { source: document.toString({ lineWidth: 0 }), reports };
}

/** Every output of a needed job as act must read it: nothing when that job was skipped. */
export function guardOutputs(text: string): string {
  return text.replaceAll(
    /(?<![\w.-])needs\.([A-Za-z_][\w-]*)\.outputs\.([A-Za-z_][\w-]*)/g,
    "(needs.$1.result != 'skipped' && needs.$1.outputs.$2 || '')",
  );
}
