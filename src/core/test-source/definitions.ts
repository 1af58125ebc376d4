import { maskJs } from './javascript.ts';
import { maskPython } from './python.ts';
import { maskRust } from './rust.ts';

/** In masked text: of `extern "C"` the word alone is left. */
const RUST =
  /\bpub(?:\s*\([^)]*\))?\s+(?:(?:const|async|unsafe|extern)\s+)*(?:fn|struct|enum|union|trait|type|const|static|macro)\s+(\w+)/g;
const JS =
  /^export\s+(?:default\s+)?(?:async\s+)?(?:function\*?|class|const|let|var|interface|type|enum)\s+([\w$]+)|^export\s*\{([^}]*)\}\s*;?\s*$/gm;
const PYTHON = /^(?:async\s+def|def|class)\s+(\w+)|^([A-Za-z]\w*)\s*(?::[^=\n]*)?=(?!=)/gm;
/** Names that every file has and that tell nothing. */
const COMMON = new Set(['new', 'default', 'from', 'into', 'len', 'get', 'set', 'next', 'iter', 'fmt', 'clone', 'main']);

/** Names that a source file offers to others: public items, exports, top-level definitions. */
export function definitions(path: string, source: string): Set<string> {
  const names = new Set<string>();
  const take = (masked: string, pattern: RegExp) => {
    for (const [, name, list] of masked.matchAll(pattern)) {
      if (name !== undefined) names.add(name);
      for (const part of (list ?? '').split(','))
        names.add(
          part
            .trim()
            .split(/\s+as\s+/)
            .at(-1)!,
        );
    }
  };
  if (path.endsWith('.rs')) take(maskRust(source), RUST);
  else if (/\.[cm]?[jt]sx?$/.test(path)) take(maskJs(source), JS);
  else if (path.endsWith('.py')) take(maskPython(source), PYTHON);
  names.delete('');
  for (const name of COMMON) names.delete(name);
  return names;
}
