/** A version as package.json has it: semver without build metadata. */
export interface Version {
  readonly text: string;
  readonly numbers: readonly [number, number, number];
  /** Dot-separated parts of a pre-release; empty for a stable version. */
  readonly pre: readonly string[];
}

const NUMBER = '(0|[1-9]\\d{0,8})';
const PART = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const VERSION = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${PART}(?:\\.${PART})*))?$`);

/** Reads a version; undefined when it is none. */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  const [major = 0, minor = 0, patch = 0] = match.slice(1, 4).map(Number);
  return { text, numbers: [major, minor, patch], pre: match[4]?.split('.') ?? [] };
}

/** Negative when `a` comes before `b`, by the precedence of semver. */
export function compareVersions(a: Version, b: Version): number {
  for (const [at, number] of a.numbers.entries()) {
    if (number !== b.numbers[at]) return number - b.numbers[at]!;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  for (let at = 0; at < Math.max(a.pre.length, b.pre.length); at++) {
    const [left, right] = [a.pre[at], b.pre[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    if (left !== right) return comparePart(left, right);
  }
  return 0;
}

function comparePart(a: string, b: string): number {
  const numeric = [a, b].map((part) => /^\d+$/.test(part));
  if (numeric[0] && numeric[1]) return Number(a) - Number(b);
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  return a < b ? -1 : 1;
}

/** The tag that moves with the stable versions of a major one, `v1`; a 0.x and a pre-release have none. */
export function movingTag(version: Version): string | undefined {
  const [major] = version.numbers;
  return major > 0 && version.pre.length === 0 ? `v${major}` : undefined;
}
