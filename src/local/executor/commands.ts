/** A message a step put on a file, a line or the run. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title?: string;
  file?: string;
  line?: number;
  endLine?: number;
  column?: number;
  endColumn?: number;
}

/** A workflow command found in a line of output. */
export interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** Hides registered values in text. */
export interface Masker {
  add(value: string): void;
  apply(text: string): string;
}

const NAMES = new Set([
  'add-mask',
  'error',
  'warning',
  'notice',
  'group',
  'endgroup',
  'debug',
  'echo',
  'stop-commands',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'internal-set-repo-path',
]);

/** GitHub keeps this many annotations of each level per step. */
export const MAX_ANNOTATIONS = 10;

/** Replaces registered values by `***`, longest first; a value of several lines hides each of them too. */
export function createMasker(): Masker {
  let values: string[] = [];
  return {
    add(value) {
      const parts = [value, ...value.split(/\r?\n/)].map((part) => part.trim()).filter((part) => part !== '');
      values = [...new Set([...values, ...parts])].sort((a, b) => b.length - a.length);
    },
    apply: (text) =>
      values.reduce((kept, value) => (kept.includes(value) ? kept.replaceAll(value, '***') : kept), text),
  };
}

/** The command in a line: `::name key=value::data`, or the older `##[name key=value]data`; undefined when there is none. */
export function parseCommand(line: string): Command | undefined {
  const v2 = /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/s.exec(line);
  if (v2 !== null) return command(v2, ',', unescapeV2);
  const v1 = /##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/s.exec(line);
  return v1 === null ? undefined : command(v1, ';', unescapeV1);
}

function command(match: RegExpExecArray, separator: string, unescape: (text: string, property: boolean) => string) {
  const name = (match[1] ?? '').toLowerCase();
  if (!NAMES.has(name)) return undefined;
  const properties = Object.create(null) as Record<string, string>;
  for (const pair of (match[2] ?? '').split(separator)) {
    const at = pair.indexOf('=');
    if (at > 0) properties[pair.slice(0, at).trim()] = unescape(pair.slice(at + 1).trim(), true);
  }
  return { name, properties, data: unescape(match[3] ?? '', false) };
}

function unescapeV2(text: string, property: boolean): string {
  const plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (property ? plain.replaceAll('%3A', ':').replaceAll('%2C', ',') : plain).replaceAll('%25', '%');
}

function unescapeV1(text: string): string {
  const plain = text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return plain.replaceAll('%5D', ']').replaceAll('%25', '%');
}

/** What a step said by commands; `read` takes each line and returns what the log keeps. */
export interface CommandReader {
  annotations: Annotation[];
  outputs: [string, string][];
  read(line: string): string;
}

/** Reads one step's output: masks it, records annotations and outputs, and obeys `stop-commands`. */
export function createCommandReader(masker: Masker): CommandReader {
  const annotations: Annotation[] = [];
  const outputs: [string, string][] = [];
  let stopped: string | undefined;
  const obey = (found: Command): void => {
    switch (found.name) {
      case 'add-mask':
        masker.add(found.data);
        break;
      case 'error':
      case 'warning':
      case 'notice':
        if (annotations.filter((one) => one.level === found.name).length < MAX_ANNOTATIONS) {
          annotations.push(annotation(found.name, found, masker));
        }
        break;
      case 'set-output':
        if (found.properties['name'] !== undefined) outputs.push([found.properties['name'], found.data]);
        break;
      case 'stop-commands':
        // The runner refuses tokens that anyone can guess: nothing, or the name of a command.
        if (found.data !== '' && !NAMES.has(found.data.toLowerCase())) stopped = found.data;
        break;
      default:
    }
  };
  return {
    annotations,
    outputs,
    read(line) {
      if (stopped !== undefined) {
        if (line.trim() === `::${stopped}::`) stopped = undefined;
      } else {
        const found = parseCommand(line);
        if (found !== undefined) obey(found);
        if (found?.name === 'add-mask') return '::add-mask::***';
      }
      return masker.apply(line);
    },
  };
}

function annotation(level: Annotation['level'], found: Command, masker: Masker): Annotation {
  const result: Annotation = { level, message: masker.apply(found.data) };
  const { title, file } = found.properties;
  if (title !== undefined) result.title = masker.apply(title);
  if (file !== undefined) result.file = file;
  const places = { line: 'line', endLine: 'endLine', col: 'column', endColumn: 'endColumn' } as const;
  for (const [property, field] of Object.entries(places)) {
    const value = found.properties[property];
    if (value !== undefined && /^\d{1,9}$/.test(value)) result[field as 'line'] = Number(value);
  }
  return result;
}
