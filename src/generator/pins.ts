import { FlowError } from '../core/errors.ts';

/** An action as the workflow must name it: a full commit sha, and the version it stands for as a comment. */
export interface Pin {
  readonly sha: string;
  readonly version: string;
}

/** Pins by `owner/repo`. */
export type Pins = ReadonlyMap<string, Pin>;

const USES = /^\s*(?:-\s+)?uses:\s*(.*)$/;
const PINNED = /^([A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+)(?:\/[A-Za-z0-9_./-]+)?@([0-9a-f]{40})\s+#\s*(\S+)\s*$/;

/**
 * Reads the pin file, a workflow that a dependency bot can edit: each `uses: owner/repo[/path]@<sha> # <version>` is one pin.
 * It is read by line, because a bot keeps the version in the comment, which a YAML parser drops.
 */
export function parsePins(text: string, file: string): Pins {
  const pins = new Map<string, Pin>();
  text.split('\n').forEach((line, index) => {
    const uses = USES.exec(line);
    if (uses === null) return;
    const at = `${file}:${index + 1}`;
    const pinned = PINNED.exec(uses[1]!);
    if (pinned === null) {
      throw new FlowError('bad-config', `${JSON.stringify(uses[1])} is not pinned`, {
        at,
        fix: 'write owner/repo@<40-digit sha> # <version>',
      });
    }
    const [, repository = '', sha = '', version = ''] = pinned;
    if (pins.has(repository)) {
      throw new FlowError('bad-config', `${repository} is pinned twice`, { at, fix: 'keep one line per repository' });
    }
    pins.set(repository, { sha, version });
  });
  return pins;
}

/** The pin of a repository; throws when the pin file has none. */
export function pinOf(pins: Pins, repository: string): Pin {
  const pin = pins.get(repository);
  if (pin === undefined) {
    throw new FlowError('bad-config', `${repository} is not in the pin file`, {
      at: repository,
      fix: `add a step \`uses: ${repository}@<40-digit sha> # <version>\` to it`,
    });
  }
  return pin;
}

/** Is this the placeholder of a version that is not released? No host has its sha. */
export function isUnreleased(pin: Pin): boolean {
  return /^0{40}$/.test(pin.sha);
}
