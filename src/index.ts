/** Entry of every action's stub. A line for the person who watches comes first; everything else is loaded behind it. */
export async function run(name: string): Promise<void> {
  if (/^[a-z][a-z-]*$/.test(name)) process.stdout.write(`bitnet-flow ${name}\n`);
  const { runAction } = await import('./entry.ts');
  await runAction(name);
}
