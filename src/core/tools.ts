/** A program that a gate's command needs: how a person calls it, how it gets onto a machine, and where it is looked for. */
export interface Tool {
  readonly name: string;
  /** The version that its output was recorded with; absent for what comes with a toolchain. */
  readonly version?: string;
  /** The command that installs it, else advice; absent for a program that only its own profile knows. */
  readonly install?: string;
  /** Where gates look for it, which is not everywhere where a shell of a person does. */
  readonly lookedFor: string;
}

type Row = Omit<Tool, 'name'>;

/** A subcommand of cargo. Gates have a CARGO_HOME of their own, so only PATH counts. */
const plugin = (name: string, version: string, more = ''): Row => ({
  version,
  install: `cargo install --locked ${name}@${version}${more}`,
  lookedFor: `${name} on PATH`,
});
const component = (name: string, program: string): Row => ({
  install: `rustup component add ${name}`,
  lookedFor: `${program} on PATH`,
});
/** A module of Python. Gates have a HOME of their own, so what `pip install --user` put into a home is not seen. */
const module = (name: string, version: string): Row => ({
  version,
  install: `python3 -m pip install ${name}==${version}`,
  lookedFor: 'the packages of the python3 on PATH',
});

/** By the words with which a command starts it. */
const TOOLS: Readonly<Record<string, Row>> = {
  node: { install: 'install Node 20 or newer, see https://nodejs.org', lookedFor: 'node on PATH' },
  npm: { install: 'install Node 20 or newer, see https://nodejs.org', lookedFor: 'npm on PATH' },
  cargo: {
    install: "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh",
    lookedFor: 'cargo on PATH',
  },
  // Only what cannot do with a stable one asks for rustc itself.
  rustc: { install: 'rustup toolchain install nightly', lookedFor: 'a nightly toolchain of the rustc on PATH' },
  rustfmt: component('rustfmt', 'rustfmt'),
  'cargo fmt': component('rustfmt', 'cargo-fmt'),
  'cargo clippy': component('clippy', 'cargo-clippy'),
  'cargo nextest': plugin('cargo-nextest', '0.9.151'),
  'cargo mutants': plugin('cargo-mutants', '27.1.0'),
  'cargo audit': plugin('cargo-audit', '0.22.2'),
  'cargo deny': plugin('cargo-deny', '0.20.2'),
  'cargo fuzz': plugin('cargo-fuzz', '0.13.2', ' && rustup toolchain install nightly'),
  python3: { install: 'install Python 3, see https://www.python.org/downloads', lookedFor: 'python3 on PATH' },
  'python3 -m pytest': module('pytest', '9.2.0'),
  'pip-audit': { ...module('pip-audit', '2.10.1'), lookedFor: 'pip-audit on PATH' },
  'python3 -m build': module('build', '1.6.1'),
  ruff: { ...module('ruff', '0.14.5'), lookedFor: 'ruff on PATH' },
  nvcc: { install: 'install CUDA, see https://developer.nvidia.com/cuda-downloads', lookedFor: 'nvcc on PATH' },
  'nvidia-smi': { install: 'use a machine with an NVIDIA GPU and its driver', lookedFor: 'nvidia-smi on PATH' },
};

/** Packages of JavaScript by the command that they bring along. A repository's lock file says which version it has. */
const PACKAGES: Readonly<Record<string, readonly [name: string, version: string]>> = {
  prettier: ['prettier', '3.10.1'],
  eslint: ['eslint', '10.15.0'],
  tsc: ['typescript', '6.0.3'],
  jest: ['jest', '30.5.2'],
  stryker: ['@stryker-mutator/core', '9.6.1'],
};

/**
 * The tool that a command starts: `[cargo, audit, --json]`, `[{node}, {bin:prettier}, --check]`, `[python3, -m, pytest]`, a bare
 * name. `cargo-mutants mutants` is `cargo mutants`.
 */
export function toolOf(argv: readonly string[]): Tool {
  const bin = argv.map((word) => /^\{bin:(.+)\}$/.exec(word)?.[1]).find((name) => name !== undefined);
  if (bin !== undefined) {
    const lookedFor = `node_modules/.bin/${bin}, in the repository or above`;
    // A bin need not have the name of its package, and a guess could install somebody else's.
    const [name, version] = (Object.hasOwn(PACKAGES, bin) ? PACKAGES[bin] : undefined) ?? [];
    if (name === undefined || version === undefined) return { name: bin, lookedFor };
    return { name: bin, version, install: `npm install --save-dev --save-exact ${name}@${version}`, lookedFor };
  }
  const words = argv
    .flatMap((word, i) => (i === 0 ? word.split(/(?<=^cargo)-/) : [word]))
    .map((word) => (word === '{node}' ? 'node' : word))
    .filter((word) => !word.startsWith('+'));
  const names = [3, 2, 1].map((length) => words.slice(0, length).join(' '));
  const name = names.find((one) => Object.hasOwn(TOOLS, one));
  if (name !== undefined) return { name, ...TOOLS[name]! };
  const [first = 'unknown', second = '-'] = words;
  return { name: second.startsWith('-') ? first : `${first} ${second}`, lookedFor: `${first} on PATH` };
}
