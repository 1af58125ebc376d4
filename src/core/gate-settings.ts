import type { GateName } from './names.ts';

/** Value of a gate's setting in a profile. */
export type SettingValue = string | number | boolean | readonly string[];

/** Kinds of values: `texts` is one text or a list of them; `any` is read as an input of the action is. */
type Kind = 'texts' | 'text' | 'number' | 'flag' | 'any';

const MEANT: Readonly<Record<Kind, string>> = {
  texts: 'a text or a list of texts',
  text: 'a text',
  number: 'a number',
  flag: 'true or false',
  any: 'a value',
};

/** The settings that each gate knows; a gate that is not here has none. Limits of the values are the gate's own. */
const SETTINGS: Readonly<Partial<Record<GateName, Readonly<Record<string, Kind>>>>> = {
  spec: { files: 'texts', contracts: 'texts' },
  docs: { files: 'texts', language: 'text' },
  mutation: {
    threshold: 'number',
    'threshold-high-risk': 'number',
    'minimum-share': 'number',
    'minimum-sample': 'number',
    steering: 'texts',
    files: 'texts',
    'files-left-out': 'texts',
  },
  fuzz: { seconds: 'number', properties: 'texts' },
  security: { ignore: 'texts', deny: 'texts', 'database-age': 'number' },
  crossval: {
    model: 'any',
    dump: 'any',
    tolerance: 'any',
    activation: 'any',
    codes: 'any',
    i2s: 'any',
    backends: 'any',
  },
  quantization: {
    model: 'any',
    formats: 'any',
    tolerance: 'any',
    master: 'any',
    tiles: 'any',
    backends: 'any',
    all: 'any',
  },
  features: { combinations: 'texts' },
  benchmarks: { files: 'texts', expected: 'texts' },
  hygiene: {
    prefixes: 'texts',
    'max-file-kib': 'number',
    'large-files': 'texts',
    executables: 'texts',
    prints: 'texts',
    off: 'texts',
    warn: 'texts',
  },
  api: { reader: 'text', migration: 'texts' },
  governance: {
    protected: 'texts',
    'licence-header': 'texts',
    'licence-files': 'texts',
    codeowners: 'flag',
    'sign-off': 'flag',
    'sign-off-exempt': 'texts',
    labels: 'texts',
  },
};

/** What is wrong with a gate's settings. */
export interface SettingProblem {
  readonly setting: string;
  readonly message: string;
  /** The names that would be right, where the name is wrong. */
  readonly valid?: readonly string[];
}

/** The first setting that a gate does not know, or whose value is of another kind: a gate would judge without it, and nobody would see. */
export function settingProblem(
  gate: string,
  settings: Readonly<Record<string, SettingValue>>,
): SettingProblem | undefined {
  const known = SETTINGS[gate as GateName] ?? {};
  for (const [setting, value] of Object.entries(settings)) {
    const kind = Object.hasOwn(known, setting) ? known[setting] : undefined;
    if (kind === undefined)
      return { setting, message: `the gate ${gate} has no such setting`, valid: Object.keys(known) };
    if (!fits(value, kind)) return { setting, message: `give ${MEANT[kind]}` };
  }
  return undefined;
}

function fits(value: SettingValue, kind: Kind): boolean {
  const list = Array.isArray(value);
  if (kind === 'any') return true;
  if (kind === 'texts') return list || typeof value === 'string';
  return !list && typeof value === (kind === 'text' ? 'string' : kind === 'flag' ? 'boolean' : 'number');
}
