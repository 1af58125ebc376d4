/** Entry of every action's stub. A line for the person who watches comes first; everything else is loaded behind it. */
export async function run(name: string): Promise<void> {
  if (/^[a-z][a-z-]*$/.test(name)) process.stdout.write(`bitnet-flow ${name}\n`);
  const { runAction } = await import('./entry.ts');
  await runAction(name);
}

/** Names of all actions in this bundle. Whoever assembles mirrors asks for them: a stub can be newer than the bundle beside it. */
export async function actionNames(): Promise<readonly string[]> {
  return (await import('./registry.ts')).ACTION_NAMES;
}
