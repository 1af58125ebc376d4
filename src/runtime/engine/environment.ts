/** Variables of the runner and its steps: they name tokens, command files and inputs, and are no agent's business. */
const OF_THE_RUNNER = /^(GITHUB_|ACTIONS_|RUNNER_|INPUT_|STATE_|GIT_|GH_|NODE_OPTIONS$|SSH_AUTH_SOCK$)/i;
/** Whatever is called like a secret is one. */
const SECRET = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY)/i;

/** The part of an environment that an engine may see. */
export function engineEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) =>
      value === undefined || OF_THE_RUNNER.test(key) || SECRET.test(key) ? [] : [[key, value]],
    ),
  );
}
