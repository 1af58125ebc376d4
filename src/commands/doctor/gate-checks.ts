import type { Tool } from '../../core/tools.ts';
import type { GateTools, LocalObserved, MethodSeen, ToolSeen, Verdict } from './observed.ts';

/** Says for each gate whether it runs on this machine, by which method and with which tools, or what is missing and the command that installs it. Pure. */
export function gateVerdicts({ tools }: Pick<LocalObserved, 'tools'>): readonly (Verdict & { readonly of: string })[] {
  return tools.map((gate) => ({ of: gate.gate, ...gateVerdict(gate) }));
}

function gateVerdict({ gate, methods, needsCommand, mayNeedCommand = false }: GateTools): Verdict {
  if (methods.length === 0 && needsCommand)
    return {
      health: 'warn',
      why: 'does not run: the profile has no command for it',
      fix: `write one into a profile of your own, at gates.${gate}.methods (docs/profiles.md)`,
    };
  if (methods.length === 0 && mayNeedCommand)
    return { health: 'ok', why: 'is skipped: the profile names nothing for it' };
  if (methods.length === 0) return { health: 'ok', why: 'runs; needs no tool' };
  const usable = methods.find((method) => missing(method).length === 0);
  const before = methods.slice(0, usable === undefined ? methods.length : methods.indexOf(usable));
  const lacking = before.map((method) => `${method.name} lacks ${names(missing(method))}`).join('; ');
  if (usable === undefined) {
    const where = once(missing(methods[0]!).map(({ lookedFor }) => lookedFor)).join(', ');
    const same = once(methods.map((method) => names(missing(method)))).length === 1;
    // It says how things are on this machine; the flow's own runners may have the tool.
    return {
      health: 'warn',
      why: `does not run here: ${same ? `${names(missing(methods[0]!))} not found` : lacking} (looked for: ${where}); it would be skipped as missing-tool`,
      fix: installs(missing(methods[0]!)),
    };
  }
  const said = once(usable.tools.map(versionText)).join(', ');
  const left = usable.leftOut.length === 0 ? '' : `; without ${leftOutText(usable)}`;
  if (before.length === 0) return { health: 'ok', why: `runs: ${said}${left}` };
  return {
    health: 'ok',
    why: `runs by its fallback ${usable.name}: ${said}${left}; ${lacking}`,
    fix: installs(missing(methods[0]!)),
  };
}

function missing({ tools }: MethodSeen): Tool[] {
  return tools.flatMap(({ tool, version }) => (version === undefined ? [tool] : []));
}

const names = (tools: readonly Tool[]): string => once(tools.map(({ name }) => name)).join(', ');
const installs = (tools: readonly Tool[]): string =>
  once(tools.map(({ name, install = `install ${name}` }) => install)).join(' && ');

/** The version, and the one that our readers were made for where that is another. */
function versionText({ tool, version = '' }: ToolSeen): string {
  const other = tool.version !== undefined && /\d+\.\d/.test(version) && !version.includes(tool.version);
  return other ? `${version} (read as ${tool.version} writes it)` : version;
}

function leftOutText({ leftOut }: MethodSeen): string {
  const programs = once(leftOut.map(({ needs }) => needs)).join(', ');
  return `${programs} it leaves out ${once(leftOut.map(({ step }) => step)).join(', ')}`;
}

function once(list: readonly string[]): string[] {
  return [...new Set(list)];
}
