// What Stryker loads, in each of its processes: it reads no TypeScript of its own accord.
import { register } from 'tsx/esm/api';

register();
export const { strykerPlugins } = await import('./runner.ts');
