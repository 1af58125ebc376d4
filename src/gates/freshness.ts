import { count } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type GateResult } from '../core/gate.ts';
import { incomparable, NO_BASE, NOTHING_TO_COMPARE, type History } from '../core/diff/history.ts';

export const freshness = defineGate({
  name: 'freshness',
  title: 'Freshness',
  description: 'The branch holds the newest commit of its base.',
  numbers: {
    behind: 'Commits of the base that the branch does not hold.',
    ahead: 'Commits of the branch that the base does not hold.',
  },
  collect: { commands: false, files: () => [], history: 'commits' },
  evaluate({ history }): GateResult {
    if (history === undefined) return said('fail', 'the history was not read', undefined);
    const { baseHead, baseName, mergeBase, shallow, behind } = history;
    const deepen = shallow ? ', and this checkout is shallow: check out with fetch-depth: 0' : '';
    if (baseHead === undefined) {
      if (baseName === NO_BASE) return said('fail', NOTHING_TO_COMPARE, history);
      const fix = deepen === '' ? ': set `with: { base: … }` or check the base branch out, too' : deepen;
      return said('fail', `${baseName} is not in this checkout${fix}`, history);
    }
    const short = baseHead.slice(0, 7);
    // A base that is named by its commit is not named twice.
    const base = baseHead.startsWith(baseName) ? short : `${baseName} @${short}`;
    if (mergeBase === undefined) {
      if ((history.mergeBases ?? 0) > 1) return said('fail', incomparable(history), history);
      return said(
        'fail',
        `no common ancestor with ${base}${deepen === '' ? ': unrelated histories' : deepen}`,
        history,
      );
    }
    // The merge base is an ancestor of the head that git has walked to: in a shallow checkout, too, this much is certain.
    if (mergeBase === baseHead) return said('pass', `up-to-date @${baseHead.slice(0, 7)}`, history);
    if (behind === undefined || behind < 1) {
      return said('fail', `merge base ${mergeBase.slice(0, 7)} is not ${base}${deepen}`, history);
    }
    const least = shallow ? 'at least ' : '';
    return said('fail', `behind ${base} by ${least}${count(behind, 'commit')}: merge ${baseName} in`, history);
  },
});

function said(verdict: 'pass' | 'fail', text: string, history: History | undefined): GateResult {
  const behind = history?.behind;
  return {
    verdict,
    evidence: [evidence('base', text)],
    annotations: [],
    rows: [
      { item: 'base', status: verdict, detail: text },
      ...(history?.mergeBase === undefined
        ? []
        : [
            {
              item: 'branch',
              status: 'read',
              detail: `${count(history.commitCount, 'commit')} ahead of ${history.baseName}`,
            },
          ]),
    ],
    numbers: {
      ...(behind === undefined ? {} : { behind }),
      ...(history?.mergeBase === undefined ? {} : { ahead: history.commitCount }),
    },
  };
}
