import { maskPython } from '../test-source/python.ts';
import { lineOf, type Steered, type SteeringFile } from './steered-file.ts';
import { changedKeys, tomlKeys } from './toml-keys.ts';

/** Settings of pytest that choose which tests are collected and how they are run. */
const CHOOSES =
  /^(?:addopts|testpaths|python_(?:files|classes|functions)|norecursedirs|confcutdir|collect_imported_tests|required_plugins)$/;
/** Hooks by which a plugin leaves tests out, runs them otherwise or says what became of them. */
const HOOK =
  /^\s*(?:async\s+)?def\s+(pytest_(?:ignore_collect|collect\w*|collection_\w+|itemcollected|deselected|make\w*|pycollect\w*|pyfunc_call|runtest\w*|report_to\w+|exception_interact|session\w*|terminal_summary|unconfigure|cmdline_\w+|load_initial_conftests))\b/;
const LEFT_OUT = /^\s*(collect_ignore(?:_glob)?|__test__)\b[^=\n]*=/;
/** Modules of the runner: `python3 -m pytest` looks for them in the folder it runs in first. */
const SHADOWS = /^(?:_pytest|pytest|pluggy|iniconfig|sitecustomize|usercustomize|junitparser)(?:\.py$|\/)/;

/** What a change of a Python repository's files makes pytest leave out, or run in its own place. */
export function steeredPytest(file: SteeringFile): Steered[] {
  const { path, before, after } = file;
  if (after === undefined && !file.link) return [];
  if (SHADOWS.test(path)) return [{ path, line: 1, what: `it stands in for ${/^[^./]+/.exec(path)![0]}` }];
  if (path.endsWith('.py')) return hooks(path, before ?? '', after ?? '');
  if (file.link) return [{ path, line: 1, what: 'it is no plain file' }];
  return path.endsWith('.toml') ? byToml(path, before, after!) : byIni(path, before ?? '', after!);
}

function hooks(path: string, before: string, after: string): Steered[] {
  const read = (text: string) =>
    maskPython(text)
      .split('\n')
      .flatMap((line, i) => {
        // A conftest.py may take its hooks from any module.
        const name = (HOOK.exec(line) ?? (path.endsWith('conftest.py') ? LEFT_OUT.exec(line) : null))?.[1];
        return name === undefined ? [] : [{ path, line: i + 1, what: name }];
      });
  const old = new Set(read(before).map(({ what }) => what));
  return read(after).filter(({ what }) => !old.has(what));
}

function byToml(path: string, before: string | undefined, after: string): Steered[] {
  const now = tomlKeys(after);
  if (now === undefined) return [{ path, line: 1, what: 'it cannot be read as TOML' }];
  return changedKeys(tomlKeys(before ?? '') ?? [], now)
    .filter((key) => (key.includes('pytest') || !path.endsWith('pyproject.toml')) && CHOOSES.test(key.at(-1)!))
    .map((key) => ({ path, line: lineOf(after, key.at(-1)!), what: key.join('.') }));
}

/** Values with their continued lines, by key, in the sections that pytest reads. */
function byIni(path: string, before: string, after: string): Steered[] {
  const read = (text: string) => {
    const values = new Map<string, { line: number; value: string }>();
    let inside = false;
    let current: { line: number; value: string } | undefined;
    text.split('\n').forEach((raw, i) => {
      const line = raw.replace(/(?:^|\s)[#;].*$/, '').trimEnd();
      const section = /^\[([^\]]*)\]/.exec(line)?.[1]?.trim();
      if (section !== undefined) inside = /^(?:tool:)?pytest$/.test(section);
      const named = /^([A-Za-z_]\w*)\s*[=:]\s*(.*)$/.exec(line);
      if (section !== undefined || named !== null) current = undefined;
      if (inside && named !== null && CHOOSES.test(named[1]!)) {
        current = { line: i + 1, value: named[2]! };
        values.set(named[1]!, current);
      } else if (current !== undefined && /^\s/.test(line)) current.value += ` ${line.trim()}`;
    });
    return values;
  };
  const old = read(before);
  return [...read(after)]
    .filter(([key, { value }]) => old.get(key)?.value.trim() !== value.trim())
    .map(([key, { line }]) => ({ path, line, what: key }));
}
