/** The version of Claude Code that the engine installs. */
export const CLAUDE_CODE_VERSION = '2.1.328';

/** npm's integrity of its package for each platform: another file than the one that was looked at here is refused. */
const INTEGRITY: Readonly<Record<string, string>> = {
  'linux-x64': 'sha512-KuzL+dBHgDCFTHJxwW+xuBJdVKfBsesGx2BBcTOG9sYDGoAD7b1hUV8rsTS4xjoJsB2SmeGraGjBiFuhrYuC9w==',
  'linux-arm64': 'sha512-zeWsClzx/rli8q6RsngKisu5BnuZ41J7Htp0qgsdZomaJCINiksf+mewQ/gyaylKajBZCoE9Z8R+OkLMjIkJig==',
  'linux-x64-musl': 'sha512-JiYOp70eNGo+NQGwfPOyzupUf4rVjXd2cXpyF1elbp97mR22tagM7qlCQ/8jGrKSce82/ZKkyXQo39IsQjnNLQ==',
  'linux-arm64-musl': 'sha512-7WgJJKqF3+ZHug9afhVfiEouUME1Y4dApnwqXDK0N06ipIyTPmE7Mqi53FfmUZI7In651SI4ZN7A14xGoe3M2w==',
  'darwin-x64': 'sha512-SuFIh/OGu/qCCAw9aGldbpcu1OZMozDjZVZGfM6T8Cek+40Lg2fOpB9NHKi71nPHOznjn01xLuZ2HuZboodn6A==',
  'darwin-arm64': 'sha512-BIKLsj2MTaXfWJBE+Wr5ismdpTD0Oju5VmSix8ybBpe4rthXnrrhfMI8iikRQ4Qln5rlcpJyKjVf6CgrZdQASw==',
};

export interface ClaudeCodePackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

/** The npm package that holds the program for a platform as npm names it, `linux-x64-musl`; undefined where there is none. */
export function claudeCodePackage(platform: string): ClaudeCodePackage | undefined {
  if (!Object.hasOwn(INTEGRITY, platform)) return undefined;
  return {
    name: `@anthropic-ai/claude-code-${platform}`,
    version: CLAUDE_CODE_VERSION,
    integrity: INTEGRITY[platform]!,
  };
}

/** `package.json` and `package-lock.json` of a folder that holds this one package and nothing else. */
export function installFiles({ name, version, integrity }: ClaudeCodePackage): Readonly<Record<string, string>> {
  const own = { name: 'engine', private: true, dependencies: { [name]: version } };
  const lock = {
    name: own.name,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { dependencies: own.dependencies }, [`node_modules/${name}`]: { version, integrity } },
  };
  return { 'package.json': JSON.stringify(own), 'package-lock.json': JSON.stringify(lock) };
}
