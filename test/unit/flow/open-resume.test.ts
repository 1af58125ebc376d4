import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { answerMarker } from '../../../src/flow/control.ts';
import { commandsAfterEnd, isOpenResume, type SpokenComment } from '../../../src/flow/open-resume.ts';
import { end, sha, start } from '../core/facts.ts';

const said = (id: number, body: string, changes: Partial<SpokenComment> = {}): SpokenComment => ({
  ...{ id, body, author: 'maintainer', own: false, edited: false, created: '2026-11-20T11:00:00Z' },
  ...changes,
});
const answer = (to: number, text: string): SpokenComment =>
  said(to + 1, `${answerMarker(to)}\n${text}\n`, { own: true, author: 'github-actions' });

/** A flow that stopped at its second hop, and had seen comment 10. */
const stopped: Fact[] = [
  start({ sha: sha(0), fence: 100 }),
  end({ sha: sha(1) }),
  start({ seq: 2, agent: 'spec-analyzer', sha: sha(1), fence: 200 }),
  end({
    ...{ seq: 2, agent: 'spec-analyzer', sha: sha(1), status: 'fail', reason: 'scope', next: { type: 'FINALIZE' } },
    seen: 10,
  }),
];
const resumed: Fact[] = [
  ...stopped,
  start({ seq: 3, agent: 'spec-analyzer', sha: sha(1), fence: 300, resume: 20 }),
  end({ seq: 3, agent: 'spec-analyzer', sha: sha(1), status: 'fail', reason: 'scope', next: { type: 'FINALIZE' } }),
];
const partial: Fact[] = [
  ...stopped.slice(0, 3),
  end({ seq: 2, agent: 'spec-analyzer', sha: sha(1), status: 'fail', reason: 'partial', next: { type: 'FINALIZE' } }),
];

describe('commands that the end of a flow has not seen', () => {
  test.each<[string, readonly Fact[], readonly SpokenComment[], string[]]>([
    ['newest first', stopped, [said(20, '/flow resume'), said(30, '/flow pause')], ['pause 30', 'resume 20']],
    ['on a line of its own, with words below', stopped, [said(20, '/flow resume\nplease')], ['resume 20']],
    ['no other word', stopped, [said(20, 'resume'), said(21, '/flow go'), said(22, '/flow rebuild')], []],
    ['none that the end had seen', stopped, [said(9, '/flow resume'), said(10, '/flow resume')], []],
    ['none that was edited', stopped, [said(20, '/flow resume', { edited: true })], []],
    ['none of the flow itself', stopped, [said(20, '/flow resume', { own: true })], []],
    ['none where a hop is due', stopped.slice(0, 2), [said(20, '/flow resume')], []],
    ['none where a person has to go on by hand', partial, [said(20, '/flow resume')], []],
    ['none where nothing has begun', [], [said(20, '/flow resume')], []],
  ])('%s', (_, facts, comments, expected) => {
    const found = commandsAfterEnd(fold(facts), comments);
    expect(found.map(({ command, comment }) => `${command} ${comment.id}`)).toEqual(expected);
  });
});

describe('nothing came of a comment', () => {
  test.each<[string, readonly Fact[], string, readonly SpokenComment[], boolean]>([
    ['nobody answered it', stopped, '/flow resume', [], true],
    ['a run was promised', stopped, '/flow resume', [answer(20, 'Resumed: spec-analyzer runs again.')], true],
    ['the answer to another one', stopped, '/flow resume', [answer(19, 'A hop is running or queued.')], true],
    ['it was told why not', stopped, '/flow resume', [answer(20, 'The host refused to do this (403).')], false],
    ['a hop ran', stopped, '/flow resume', [answer(20, 'A hop is running or queued.')], false],
    ['a start tells of it', resumed, '/flow resume', [], false],
    ['the newest word was another', stopped, '/flow pause', [], false],
  ])('%s', (_, facts, body, more, expected) => {
    const comments = [said(20, body), ...more];
    const [newest] = commandsAfterEnd(fold(facts), comments);
    expect(isOpenResume(fold(facts), newest!, comments)).toBe(expected);
  });

  test('an answer that somebody else wrote counts for nothing', () => {
    const comments = [said(20, '/flow resume'), { ...answer(20, 'No.'), own: false }];
    expect(isOpenResume(fold(stopped), commandsAfterEnd(fold(stopped), comments)[0]!, comments)).toBe(true);
  });
});
