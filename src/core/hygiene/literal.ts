/** A number as any of the languages writes it. */
export const NUMBER = String.raw`[-+]?(?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][-+]?\d+)?)(?:_?[iuf](?:8|16|32|64|128|size)|[fFnL]|%)?`;
/** What is larger than any measurement. */
export const INFINITE = String.raw`[-+]?(?:(?:std::)?f(?:16|32|64)::(?:MAX|INFINITY)|[ui](?:8|16|32|64|128|size)::MAX|(?:Number\.)?(?:Infinity|POSITIVE_INFINITY|MAX_VALUE|MAX_SAFE_INTEGER)|(?:math|np|numpy)\.inf|sys\.maxsize|float\(\s*\))`;

/** The value of a literal as it is written in any of the languages; NaN when it is none. */
export function numberOf(text: string): number {
  const plain = text.trim().replace(/^["']|["']$/g, '');
  if (new RegExp(`^${INFINITE}$`).test(plain)) return plain.startsWith('-') ? -Infinity : Infinity;
  const percent = plain.endsWith('%');
  const digits = plain
    .replace(/%$/, '')
    .replace(/_?[iuf](?:8|16|32|64|128|size)$/, '')
    .replace(/(?<=[\d.])[fFnL]$/, '')
    .replace(/_/g, '');
  if (!/^[-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)$/.test(digits)) return Number.NaN;
  const value = Number(digits);
  return percent ? value / 100 : value;
}
