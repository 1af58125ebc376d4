import type { GateTools, LocalObserved, Verdict } from './observed.ts';

/** Says for each gate whether it runs on this machine, with which tools, or what is missing and the command that installs it. Pure. */
export function gateVerdicts({ tools }: Pick<LocalObserved, 'tools'>): readonly (Verdict & { readonly of: string })[] {
  return tools.map(gateVerdict);
}

function gateVerdict({ gate, methods, needsCommand }: GateTools): Verdict & { of: string } {
  const missing = (method: GateTools['methods'][number]) => method.tools.filter(({ version }) => version === undefined);
  const usable = methods.find((method) => missing(method).length === 0);
  if (methods.length === 0 && needsCommand)
    return {
      of: gate,
      health: 'warn',
      why: 'does not run: the profile has no command for it',
      fix: `write one into a profile of your own, at gates.${gate}.methods (docs/profiles.md)`,
    };
  if (methods.length === 0) return { of: gate, health: 'ok', why: 'runs; needs no tool' };
  if (usable !== undefined) {
    const said = [...new Set(usable.tools.map(({ version }) => version))].join(', ');
    if (usable === methods[0]) return { of: gate, health: 'ok', why: `runs: ${said}` };
    const absent = missing(methods[0]!).map(({ tool }) => plainName(tool));
    return {
      of: gate,
      health: 'ok',
      why: `runs by its fallback ${usable.name}: ${said} (not here: ${absent.join(', ')})`,
    };
  }
  const tools = [...new Set(missing(methods[0]!).map(({ tool }) => tool))];
  const fix = [...new Set(tools.map(installOf))].join(' && ');
  // It says how things are on this machine; the flow's own runners may have the tool.
  return {
    of: gate,
    health: 'warn',
    why: `does not run here: ${tools.map(plainName).join(', ')} not found; where the gate runs without it, it does not pass`,
    fix,
  };
}

/** The name by which a person knows a tool. */
function plainName(tool: string): string {
  return tool.replace(/^\{bin:(.+)\}$/, '$1');
}

/** Tools that do not come with a toolchain or a repository's own packages, at the version that the parsers were made for. */
const INSTALLS: Readonly<Record<string, string>> = {
  cargo: "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh",
  rustfmt: 'rustup component add rustfmt',
  'cargo fmt': 'rustup component add rustfmt',
  'cargo clippy': 'rustup component add clippy',
  'cargo nextest': 'cargo install --locked cargo-nextest',
  'cargo mutants': 'cargo install --locked cargo-mutants',
  'cargo audit': 'cargo install --locked cargo-audit',
  'cargo fuzz': 'cargo install --locked cargo-fuzz',
  python3: 'install Python 3, see https://www.python.org/downloads',
  'python3 pytest': 'python3 -m pip install pytest',
  'python3 build': 'python3 -m pip install build',
  ruff: 'python3 -m pip install ruff==0.14.5',
};

/** How a tool gets here. Packages of a repository are its own dependencies, at the versions of its lock file. */
function installOf(tool: string): string {
  const bin = /^\{bin:(.+)\}$/.exec(tool)?.[1];
  if (bin !== undefined) return `npm install --save-dev ${bin === 'tsc' ? 'typescript' : bin}`;
  return INSTALLS[tool] ?? `install ${tool.replace(/[{}]/g, '')}`;
}
