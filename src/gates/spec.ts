import { count } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type GateResult } from '../core/gate.ts';
import { LinkTree } from '../core/markdown/link-check.ts';
import { annotate, plainResult } from '../core/method-run.ts';
import { listSetting } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';

const SPECS = ['docs/explanation/**/*.md'];
const CONTRACTS = ['docs/reference/**/*.md'];
/** Text that stands where a specification is still to be written. */
const PLACEHOLDER =
  /\b(?:TODO|TBD|FIXME|XXX)\b|<(?:\.{3}|…|(?:your|insert|add|describe|name)\b[^>]*)>|\blorem ipsum\b/i;

export const spec = defineGate({
  name: 'spec',
  title: 'Specification',
  description: 'Specs exist, say something, name every acceptance criterion, and their links to the reference resolve.',
  numbers: {
    specs: 'Spec files judged.',
    contracts: 'Reference files that the specs link to.',
    findings: 'Problems found.',
  },
  progress: { key: 'findings', better: 'lower' },
  collect: { commands: false, files: () => ['**/*.md'] },
  evaluate(observation): GateResult {
    const specGlobs = compileGlobs(listSetting(observation.profile, 'spec', 'files', SPECS));
    const contractGlobs = compileGlobs(listSetting(observation.profile, 'spec', 'contracts', CONTRACTS));
    const all = observation.paths.filter(specGlobs.matches);
    // Inside a flow the specs are those that it wrote; alone, all of them.
    const specs = observation.base === undefined ? all : all.filter((path) => observation.changed.includes(path));
    if (specs.length === 0) {
      const where = specGlobs.patterns.join(' ');
      return plainResult(
        'fail',
        'spec files',
        observation.base === undefined ? `none in ${where}` : `none written in ${where}`,
      );
    }
    const tree = new LinkTree(observation.paths, observation.files);
    const annotations: Annotation[] = [];
    const finding = (path: string, line: number, title: string, message: string) =>
      annotations.push(annotate('failure', path, line, title, message));
    const contracts = new Set<string>();
    for (const path of specs) {
      const file = tree.markdown(path);
      if (!file) {
        finding(path, 1, 'not readable', 'The file is too large or not text.');
        continue;
      }
      if (file.headings.length === 0) finding(path, 1, 'no heading', 'A spec starts with a heading.');
      if (!file.prose.some((line) => line.trim() !== '' && !/^\s*(?:#|[-=*|\s]+$)/.test(line))) {
        finding(path, 1, 'empty', 'A heading alone is not a spec.');
      }
      file.prose.forEach((line, i) => {
        const match = PLACEHOLDER.exec(line);
        if (match) finding(path, i + 1, 'placeholder', `${match[0]} stands where the spec should say something.`);
      });
      for (const link of file.links) {
        const found = tree.resolve(path, link.target);
        if (found.problem !== undefined)
          finding(path, link.line, 'broken link', `${link.target || 'reference'}: ${found.problem}.`);
        else if (found.path !== undefined && contractGlobs.matches(found.path)) contracts.add(found.path);
      }
    }
    for (const path of contracts) {
      const file = tree.markdown(path);
      if (file && file.headings.length === 0) finding(path, 1, 'no heading', 'A reference page starts with a heading.');
    }
    if (contracts.size === 0 && contractGlobs.patterns.length > 0) {
      finding(specs[0]!, 1, 'no contract', `No spec links to a page of ${contractGlobs.patterns.join(' ')}.`);
    }
    const text = specs.map((path) => observation.files.get(path) ?? '').join('\n');
    const missing = observation.acs.filter((ac) => !new RegExp(`\\b${ac}\\b`).test(text));
    for (const ac of missing) finding(specs[0]!, 1, ac, `No spec names the acceptance criterion ${ac}.`);

    const problems = annotations.length;
    return {
      verdict: problems === 0 ? 'pass' : 'fail',
      evidence: [
        evidence(
          'spec files',
          problems === 0 ? 'present' : `${count(specs.length, 'file')}, ${count(problems, 'problem')}`,
        ),
        evidence('contracts', contracts.size === 0 ? 'none linked' : `${contracts.size} ok`),
        ...(missing.length > 0 ? [evidence('AC', `not named: ${missing.join(' ')}`)] : []),
      ],
      annotations,
      rows: [
        ...specs.map((path) => ({
          item: path,
          status: annotations.some((note) => note.path === path) ? 'fail' : 'pass',
          detail: annotations.find((note) => note.path === path)?.message ?? 'complete',
        })),
        ...[...contracts].map((path) => ({ item: path, status: 'pass', detail: 'linked from a spec' })),
      ],
      numbers: { specs: specs.length, contracts: contracts.size, findings: problems },
    };
  },
});
