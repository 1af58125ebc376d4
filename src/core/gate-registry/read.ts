import { z } from 'zod';
import { shorten } from '../text.ts';
import { suggest, type Finding, type KeyPath } from './finding.ts';
import {
  BUNDLE_NAME,
  DIRECTIONS,
  ENV_NAME,
  GATE_ID,
  KINDS,
  MAX_BUNDLES,
  MAX_CMD_CHARS,
  MAX_GATES,
  MAX_GPUS,
  MAX_TIMEOUT_S,
  REGISTRY_VERSION,
  TIERS,
  type Registry,
  type RegistryGate,
} from './registry.ts';

/** What a reader made of a registry's values. `registry` holds what could be read; with an error in `findings` it must not be run. */
export interface ReadRegistry {
  readonly registry: Registry;
  /** Every gate that the file names, those that could not be read among them. */
  readonly named: readonly string[];
  readonly findings: readonly Finding[];
}

const count = (most: number) =>
  z.int(`must be a whole number`).min(0, 'must not be negative').max(most, `must be at most ${most}`);
const names = z.array(z.string().min(1, 'must not be empty').max(200), 'must be a list of texts').max(64);

const gateSchema = z.strictObject({
  tier: z.enum(TIERS),
  kind: z.enum(KINDS).default('cmd'),
  cmd: z.string().max(MAX_CMD_CHARS, `must have at most ${MAX_CMD_CHARS} characters`).optional(),
  timeout_s: count(MAX_TIMEOUT_S).optional(),
  gpus: count(MAX_GPUS).default(0),
  requires: names.default([]),
  requires_files: names.default([]),
  note: z.string().max(1_000).optional(),
  compare_gate: z.string().max(200).optional(),
  metric: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/, 'must be a plain name')
    .optional(),
  direction: z.enum(DIRECTIONS).optional(),
  metric_pattern: z.string().min(1).max(400).optional(),
});
type RawGate = z.infer<typeof gateSchema>;
const GATE_KEYS = Object.keys(gateSchema.shape);

const metaSchema = z.strictObject({
  version: z.string().max(20),
  target: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'must be a plain name')
    .optional(),
});
const TOP_KEYS = ['meta', 'gates', 'bundles'];

/** Reads the values of a registry's TOML. Never throws: everything that is wrong is a finding, so that a person sees all of it at once. */
export function readRegistry(value: unknown): ReadRegistry {
  const findings: Finding[] = [];
  const error = (code: Finding['code'], path: KeyPath, message: string, fix: string): void =>
    void findings.push({ severity: 'error', code, path, message, fix });
  const root = isTable(value) ? value : {};
  for (const key of Object.keys(root))
    if (!TOP_KEYS.includes(key)) error('unknown-key', [key], `there is no table [${key}]`, suggest(key, TOP_KEYS));

  const meta = readMeta(root['meta'], error);
  const gates = readGates(root['gates'], error);
  const bundles = readBundles(root['bundles'], error);
  const named = isTable(root['gates']) ? Object.keys(root['gates']) : [];
  return { registry: { ...meta, gates, bundles }, named, findings };
}

type Report = (code: Finding['code'], path: KeyPath, message: string, fix: string) => void;

function readMeta(value: unknown, error: Report): Pick<Registry, 'version' | 'target'> {
  if (!isTable(value)) {
    error('missing-key', ['meta'], 'there is no table [meta]', `begin with [meta] and version = "${REGISTRY_VERSION}"`);
    return { version: '' };
  }
  const parsed = metaSchema.safeParse(value);
  if (!parsed.success)
    for (const issue of parsed.error.issues) report(issue, ['meta'], value, Object.keys(metaSchema.shape), error);
  const version = typeof value['version'] === 'string' ? value['version'] : '';
  const { target } = parsed.data ?? {};
  if (version !== REGISTRY_VERSION && version !== '')
    error(
      'unknown-version',
      ['meta', 'version'],
      `version ${JSON.stringify(version)} is not known`,
      `this tool reads version "${REGISTRY_VERSION}"`,
    );
  return { version, ...(target === undefined ? {} : { target }) };
}

function readGates(value: unknown, error: Report): Map<string, RegistryGate> {
  const gates = new Map<string, RegistryGate>();
  if (!isTable(value) || Object.keys(value).length === 0) {
    error('missing-key', ['gates'], 'there is no gate', 'write a table [gates."cpu:lint"] for each');
    return gates;
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_GATES) error('too-many', ['gates'], `${entries.length} gates`, `keep to ${MAX_GATES}`);
  for (const [id, raw] of entries.slice(0, MAX_GATES)) {
    const path = ['gates', id];
    if (!GATE_ID.test(id))
      error(
        'bad-id',
        path,
        `${JSON.stringify(id)} is no gate id`,
        'write a family, a colon and a name, such as "cpu:import"; at most 60 characters of a-z, 0-9, dot, dash and underscore',
      );
    if (!isTable(raw)) {
      error(
        'bad-value',
        path,
        `${JSON.stringify(id)} is no table`,
        `write [gates.${JSON.stringify(id)}] and its keys below`,
      );
      continue;
    }
    const parsed = gateSchema.safeParse(raw);
    if (parsed.success) gates.set(id, gateOf(id, parsed.data));
    else for (const issue of parsed.error.issues) report(issue, path, raw, GATE_KEYS, error);
  }
  return gates;
}

function gateOf(id: string, raw: RawGate): RegistryGate {
  const optional = {
    cmd: raw.cmd,
    note: raw.note,
    compareGate: raw.compare_gate,
    metric: raw.metric,
    direction: raw.direction,
    metricPattern: raw.metric_pattern,
  };
  const given = Object.fromEntries(Object.entries(optional).filter(([, entry]) => entry !== undefined));
  return {
    id,
    tier: raw.tier,
    kind: raw.kind,
    timeout: raw.timeout_s ?? 0,
    gpus: raw.gpus,
    requires: raw.requires,
    requiresFiles: raw.requires_files,
    ...given,
  };
}

function readBundles(value: unknown, error: Report): Map<string, string[]> {
  const bundles = new Map<string, string[]>();
  if (value === undefined) return bundles;
  if (!isTable(value)) {
    error('bad-value', ['bundles'], 'bundles is no table', 'write [bundles] and `name = ["cpu:import"]` below');
    return bundles;
  }
  const entries = Object.entries(value);
  if (entries.length > MAX_BUNDLES)
    error('too-many', ['bundles'], `${entries.length} bundles`, `keep to ${MAX_BUNDLES}`);
  for (const [name, ids] of entries.slice(0, MAX_BUNDLES)) {
    const path = ['bundles', name];
    if (!BUNDLE_NAME.test(name) || name.length > 60)
      error('bad-id', path, `${JSON.stringify(name)} is no bundle name`, 'use words of a-z and 0-9 joined by _ or -');
    if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) {
      error('bad-value', path, `the bundle ${name} is no list of gate ids`, `write ${name} = ["cpu:import"]`);
      continue;
    }
    if (ids.length > MAX_GATES)
      error('too-many', path, `${ids.length} ids in the bundle ${name}`, `keep to ${MAX_GATES}`);
    bundles.set(name, ids.slice(0, MAX_GATES));
  }
  return bundles;
}

function report(
  issue: z.core.$ZodIssue,
  path: KeyPath,
  raw: Record<string, unknown>,
  keys: readonly string[],
  error: Report,
): void {
  const at = path.at(-1)!;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      error('unknown-key', [...path, key], `${at}: there is no key ${JSON.stringify(key)}`, suggest(key, keys));
    return;
  }
  const where = issue.path as (string | number)[];
  const key = String(where[0]);
  if (!Object.hasOwn(raw, key)) {
    const words =
      issue.code === 'invalid_value' ? ` = ${issue.values.map((one) => JSON.stringify(one)).join(' or ')}` : '';
    error('missing-key', path, `${at}: there is no key ${key}`, `add ${key}${words}`);
    return;
  }
  const seen = where.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], raw);
  const said = wordFor(seen);
  const fix =
    issue.code === 'invalid_value'
      ? suggest(
          typeof seen === 'string' ? seen : '',
          issue.values.map(String),
          `use ${issue.values.map((one) => JSON.stringify(one)).join(' or ')}`,
        )
      : issue.message;
  error('bad-value', [...path, ...where], `${at}: ${where.join('.')} is ${said}`, fix);
}

/** What stands there, in a few words. A table of TOML has no prototype, so it cannot be made a string. */
function wordFor(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value, 60));
  if (Array.isArray(value)) return 'a list';
  return isTable(value) ? 'a table' : String(value);
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Is this a name that a gate may ask for at all? Its grammar alone; which names are reserved is a finding of the lint. */
export function isEnvName(name: string): boolean {
  return ENV_NAME.test(name);
}
