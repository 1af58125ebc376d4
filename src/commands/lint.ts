import { happyPath, lintFlow, type LintFinding } from '../flow/lint.ts';
import { readFlow } from '../runtime/flow-file.ts';
import { readText } from '../runtime/read-text.ts';

/** Lints a flow file, or the built-in flow. */
export function lintCommand(file: string | undefined): {
  lines: string[];
  findings: LintFinding[];
  summary: { flow: string; agents: number; gates: number; hops: number };
} {
  const flow = file === undefined ? readFlow('generative') : readFlow('', readText(file), file);
  const findings = lintFlow(flow);
  const summary = {
    flow: flow.flow,
    agents: Object.keys(flow.agents).length,
    gates: Object.keys(flow.gates).length,
    hops: happyPath(flow).length,
  };
  const lines = findings.flatMap((finding) => [
    `${finding.rule}: ${finding.agent}: ${finding.message}`,
    ...(finding.path.length === 0 ? [] : [`  path: ${finding.path.join(' -> ')}`]),
  ]);
  if (findings.length === 0) {
    lines.push(
      `${flow.flow}: ${summary.agents} agents, ${summary.gates} gates, ${summary.hops} hops on the happy path: sound`,
    );
  }
  return { lines, findings, summary };
}
