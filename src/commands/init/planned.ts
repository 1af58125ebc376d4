import { FlowError } from '../../core/errors.ts';
import { generatedLine } from '../../core/generated.ts';
import { SETUP_FILE, splitPin, type Setup } from '../../core/setup.ts';
import { stamped } from '../../core/stamp.ts';
import { compileFlow } from '../../generator/compile.ts';
import type { CompileInput } from '../../generator/model.ts';
import type { Pins } from '../../generator/pins.ts';
import { ISSUE_FORM_FILE, issueForm } from '../../metadata/issue-form.ts';
import { allActions } from '../../registry.ts';
import { loadFlow } from '../../runtime/flow-file.ts';
import { loadProfile } from '../../runtime/profile.ts';
import type { Flow } from '../../core/flow.ts';
import type { Profile } from '../../core/profile.ts';
import { contractFiles, tierFiles, type GeneratedFile } from './optional-files.ts';

/** What init writes is made by this command, again at any time. */
export const INIT_COMMAND = 'bitnet-flow init';

/** Text of a file of the repository by its path from the top; undefined when it is not there. */
export type ReadRepository = (path: string) => string | undefined;

/** The flow and the profile that a repository chose, loaded and checked. */
export function loadChosen(setup: Setup, read: ReadRepository): { flow: Flow; profile: Profile } {
  const text = (key: 'flow-file' | 'profile-file'): [string, string] | [] => {
    const path = setup[key];
    if (path === undefined) return [];
    const found = read(path);
    if (found === undefined) {
      throw new FlowError('bad-config', `${key} names ${path}, which is not there`, {
        at: SETUP_FILE,
        fix: `write ${path}, or take the line out`,
      });
    }
    return [found, path];
  };
  return {
    flow: loadFlow(setup.flow, ...text('flow-file')),
    profile: loadProfile(setup.profile, ...text('profile-file')),
  };
}

/** Every generated file of a repository that is set up so, by path from its top. The same input gives the same bytes. */
export function plannedSetupFiles(setup: Setup, read: ReadRepository, pins: Pins): Map<string, string> {
  const { flow, profile } = loadChosen(setup, read);
  const { repository, sha } = splitPin(setup.actions);
  const own = { sha, version: setup.release ?? `pinned in ${SETUP_FILE}` };
  const { registry } = setup.tiers ?? {};
  const input: CompileInput = {
    flow,
    profile,
    actions: allActions(),
    pins: new Map([...pins, [repository, own]]),
    options: {
      file: `${setup.flow}.yml`,
      header: INIT_COMMAND,
      repository,
      ...(registry === undefined ? {} : { registry }),
      ...(setup['flow-file'] === undefined ? {} : { 'flow-file': setup['flow-file'] }),
      ...(setup['profile-file'] === undefined ? {} : { 'profile-file': setup['profile-file'] }),
    },
  };
  const line = generatedLine(SETUP_FILE, INIT_COMMAND);
  const generated: GeneratedFile[] = [
    ...compileFlow(input).map(({ file, text }): GeneratedFile => [`.github/workflows/${file}`, text]),
    ...contractFiles(setup, input),
    ...tierFiles(setup, input, read),
  ];
  return new Map([
    ...generated.map(([path, text]): [string, string] => [path, stamped(line, withoutFirstLine(text))]),
    [ISSUE_FORM_FILE, stamped(line, issueForm(setup.flow))],
  ]);
}

/** The generator's own header names no digest. */
function withoutFirstLine(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}
