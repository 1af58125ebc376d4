import { FlowError } from '../core/errors.ts';
import { SETUP_FILE, setupSchema, type Setup } from '../core/setup.ts';
import { checkYaml } from './checked-yaml.ts';
import { parseStrictYaml } from './strict-yaml.ts';

/** Reads the text of a config file; throws `bad-config` with file, line, column and the nearest valid key. */
export function parseSetup(text: string, file: string = SETUP_FILE): Setup {
  const yaml = parseStrictYaml(text, file, 'bad-config');
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    throw new FlowError('bad-config', 'the file is not a map', { at: `${file}:1:1`, fix: 'start with `version: 1`' });
  }
  return checkYaml(setupSchema, yaml.value, yaml, file, 'bad-config');
}
