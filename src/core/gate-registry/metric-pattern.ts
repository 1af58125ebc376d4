/** Why a `metric_pattern` cannot give a number, and what to do; undefined when nothing speaks against it. */
export function metricProblem(pattern: string): { readonly why: string; readonly fix: string } | undefined {
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern, 'm');
  } catch (error) {
    return {
      why: `metric_pattern does not compile: ${(error as Error).message}`,
      fix: 'write a JavaScript regular expression',
    };
  }
  if (new RegExp(`${pattern}|`, 'm').exec('')!.length < 2)
    return { why: 'metric_pattern captures nothing', fix: 'put the number into parentheses, as in `tps: ([0-9.]+)`' };
  // The defect this is for: a pattern that went through one more layer of quoting asks for a backslash that no log has.
  const escaped = /\\\\[bdswnt(]/.exec(pattern)?.[0];
  if (escaped !== undefined)
    return {
      why: `metric_pattern asks for a backslash (${escaped}), so it never matches what a program prints`,
      fix: `in a TOML '…' string write ${escaped.slice(1)}, in a "…" string ${escaped}`,
    };
  // What is escaped or stands in a set is a character like any other, and a group of any kind begins like a plain one.
  const plain = pattern
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[^>=!]*[>=!])/g, '(');
  if (/\$(?![)|]|$)/.test(plain))
    return {
      why: 'metric_pattern goes on behind its end (`$`), so it can never match',
      fix: 'take `$` away, or write `\\$`',
    };
  if (/[^(|^]\^/.test(plain))
    return {
      why: 'metric_pattern begins again (`^`) behind a character, so it can never match',
      fix: 'take `^` away, or write `\\^`',
    };
  if (compiled.exec('') !== null)
    return {
      why: 'metric_pattern matches nothing at all, too: it would find an empty number',
      fix: 'make it need the name of the metric',
    };
  return undefined;
}
