import type { ActionDefinition } from '../core/action.ts';
import { generatedLine } from '../core/generated.ts';
import { sourceOf } from './action-yml.ts';

/** dist/<name>.js: the entry point of an action, which only names itself to the one bundle. */
export function renderStub(definition: ActionDefinition): string {
  return `// ${generatedLine(sourceOf(definition))}\nrequire('./index.js').run('${definition.name}');\n`;
}
