import type { ActionDefinition, ActionKind } from '../core/action.ts';
import { FlowError } from '../core/errors.ts';
import { describeInputs } from './inputs.ts';

/** A Markdown table whose cells cannot break it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
}

export function inputTable(definition: ActionDefinition): string {
  return table(
    ['input', 'required', 'default', 'meaning'],
    describeInputs(definition).map((input) => [
      `\`${input.name}\``,
      input.required ? 'yes' : 'no',
      input.default === undefined ? '' : `\`${input.default}\``,
      input.description,
    ]),
  );
}

export function outputTable(definition: ActionDefinition): string {
  return table(
    ['output', 'meaning'],
    Object.entries(definition.outputs).map(([name, meaning]) => [`\`${name}\``, meaning]),
  );
}

const KIND_TITLES: Record<ActionKind, string> = {
  flow: 'Flow',
  gate: 'Gates',
  composite: 'For GPU runners',
  agent: 'Agents',
};

/** The tables of the root README: every action by kind, with what it does and a link to its page. */
export function actionTables(definitions: readonly ActionDefinition[]): string {
  const kinds: readonly ActionKind[] = ['flow', 'gate', 'composite', 'agent'];
  return kinds
    .filter((kind) => definitions.some((definition) => definition.kind === kind))
    .map((kind) => {
      const rows = definitions
        .filter((definition) => definition.kind === kind)
        .map((one) => [`[\`${one.name}\`](actions/${one.name}/README.md)`, one.description]);
      return `### ${KIND_TITLES[kind]}\n\n${table(['action', 'what it does'], rows)}`;
    })
    .join('\n\n');
}

/** Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`; each must stand there once, in this order. */
export function betweenMarkers(text: string, name: string, content: string, file: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const parts = text.split(start);
  const tail = parts[1]?.split(end);
  if (parts.length !== 2 || tail?.length !== 2) {
    throw new FlowError('bad-config', `${file} needs ${start} and ${end} exactly once, in this order`, {
      at: file,
      fix: 'put both markers where the tables belong',
    });
  }
  return `${parts[0]!}${start}\n\n${content}\n\n${end}${tail[1]!}`;
}
