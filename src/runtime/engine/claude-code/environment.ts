import { join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** What any program of the engine may see of the runner's environment: where programs, certificates and the proxy are. */
const PASSED = /^(PATH|LANG|LC_ALL|TZ|SSL_CERT_FILE|SSL_CERT_DIR|NODE_EXTRA_CA_CERTS|(https?|no|all)_proxy)$/i;
/** npm's settings on top: which registry a runner is set up for. */
const PASSED_TO_NPM = /^(HOME|npm_config_(registry|cache|cafile|strict_ssl|userconfig|globalconfig))$/i;

function pick(from: Env, ...patterns: readonly RegExp[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, value]) =>
      value !== undefined && patterns.some((pattern) => pattern.test(name)) ? [[name, value]] : [],
    ),
  );
}

/** The environment of the npm that installs the program: no key. */
export function installEnvironment(from: Env): Record<string, string> {
  return pick(from, PASSED, PASSED_TO_NPM);
}

export interface ClaudeCodeSecrets {
  readonly modelKey: string;
  /** Address of the model's service; undefined: the vendor's own. */
  readonly modelUrl: string | undefined;
  /** How often a failed request is tried again. */
  readonly retries: number;
}

/** Folders of the program's own, below the engine's scratch. */
export const OWN_FOLDERS = ['home', 'config', 'tmp'] as const;

/**
 * The environment of the program, made from an allow-list: the model's key is the only secret in it. Home and settings
 * are empty folders, so that nothing a person or an earlier job left on the machine counts; nothing but the model's
 * service is talked to.
 */
export function claudeCodeEnvironment(from: Env, scratch: string, own: ClaudeCodeSecrets): Record<string, string> {
  const [home, config, temp] = OWN_FOLDERS.map((name) => join(scratch, name)) as [string, string, string];
  return {
    ...pick(from, PASSED),
    HOME: home,
    TMPDIR: temp,
    CLAUDE_CONFIG_DIR: config,
    ANTHROPIC_API_KEY: own.modelKey,
    ...(own.modelUrl === undefined ? {} : { ANTHROPIC_BASE_URL: own.modelUrl }),
    CLAUDE_CODE_MAX_RETRIES: String(own.retries),
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_TELEMETRY: '1',
    DISABLE_ERROR_REPORTING: '1',
    // Messages of commits and names of branches are no business of the prompt.
    CLAUDE_CODE_DISABLE_GIT_INSTRUCTIONS: '1',
    CLAUDE_CODE_DISABLE_AUTO_MEMORY: '1',
    CLAUDE_CODE_DISABLE_BACKGROUND_TASKS: '1',
    CLAUDE_CODE_DISABLE_FILE_CHECKPOINTING: '1',
    CLAUDE_CODE_SKIP_PROMPT_HISTORY: '1',
    NO_COLOR: '1',
  };
}
