/** What is seen of a command of the setup that failed. */
export interface FailedCommand {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Npm's first lines name a code, a system call and a path before they say what is wrong. */
const NO_REASON = /^(code|errno|syscall|path|dest|network|A complete log)\b/;

/** One line about a command of the setup that failed: the command, its exit code, and the first line in which it says what is wrong. */
export function setupFailure(argv: readonly string[], { exitCode, stdout, stderr }: FailedCommand): string {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
  const errors = lines.flatMap(
    (line) => /^(?:npm (?:error|ERR!)|error(?:\[\w+\])?:|ERROR:?)\s+(.*\S)$/.exec(line)?.[1] ?? [],
  );
  const said = errors.find((line) => !NO_REASON.test(line)) ?? lines.findLast((line) => line !== '');
  return `${argv.slice(0, 2).join(' ')}: exit ${exitCode ?? 'by a signal'}${said === undefined ? '' : `: ${said}`}`;
}
