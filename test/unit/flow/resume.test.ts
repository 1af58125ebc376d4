import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../src/core/fold.ts';
import { parseControlComment } from '../../../src/flow/control-comment.ts';
import { judgeResume, withSeen, type ResumeComment } from '../../../src/flow/resume.ts';
import { end, sha, start } from '../core/facts.ts';

describe('parseControlComment', () => {
  test.each<[string, ReturnType<typeof parseControlComment>]>([
    ['/flow pause', 'pause'],
    ['/flow resume', 'resume'],
    ['/flow stop', 'stop'],
    ['/flow rebuild', 'rebuild'],
    ['/flow rebuild 42', 'unknown'],
    ['/flow\tresume  ', 'resume'],
    ['/flow resume\r\n\r\nThe tests are repaired.', 'resume'],
    ['/flow resume now', 'unknown'],
    ['/flow RESUME', 'unknown'],
    ['/flow', 'unknown'],
    ['/flow restart', 'unknown'],
    ['/flow resume; /flow stop', 'unknown'],
    ['/flow re\u0455ume', 'unknown'], // a look-alike letter
    ['/flow resume\u200b', 'unknown'],
    [' /flow resume', undefined],
    ['> /flow resume', undefined],
    ['`/flow resume`', undefined],
    ['Please\n/flow resume', undefined],
    ['/flowers resume', undefined],
    ['/flow-resume', undefined],
    ['/flow/resume', undefined],
    ['', undefined],
  ])('%j is %s', (body, command) => expect(parseControlComment(body)).toBe(command));

  test.each(['$(id)', '"; curl x|sh #', '${{ secrets.X }}', '::set-output name=mode::run', '<!-- gates:end -->'])(
    'A-1 A-4 A-5 whatever follows a command is no part of it: %s',
    (text) => {
      expect(parseControlComment(`/flow resume ${text}`)).toBe('unknown');
      expect(parseControlComment(`/flow resume\n${text}`)).toBe('resume');
    },
  );
});

const stopped = (changes: Parameters<typeof end>[0] = {}) =>
  fold([start(), end({ status: 'fail', reason: 'stopped', next: { type: 'FINALIZE' }, seen: 50, ...changes })]);
const comment = (changes: Partial<ResumeComment> = {}): ResumeComment => ({
  id: 51,
  body: '/flow resume',
  author: 'maintainer',
  mayWrite: true,
  edited: false,
  here: true,
  ...changes,
});

describe('judgeResume', () => {
  test('a fresh comment by somebody who may write lifts a stop', () => {
    expect(judgeResume(stopped(), 51, comment())).toEqual({ ok: true });
  });

  test('a pause has no end that a comment could be older than', () => {
    expect(judgeResume(fold([start(), end()]), 1, comment({ id: 1 }))).toEqual({ ok: true });
  });

  test.each<[string, number, ResumeComment | undefined, RegExp]>([
    ['A-58 a comment that is not there', 51, undefined, /is not there/],
    ['A-58 another comment than the one that was named', 52, comment(), /is not there/],
    ['A-58 a comment of another issue', 51, comment({ here: false }), /stands on another issue/],
    ['A-58 an edited comment', 51, comment({ edited: true }), /was edited/],
    ['A-58 a comment by an outsider', 51, comment({ mayWrite: false }), /without write permission/],
    ['A-58 a comment from before the stop', 50, comment({ id: 50 }), /older than the end/],
    ['A-58 another command', 51, comment({ body: '/flow stop' }), /does not ask to resume/],
    ['A-60 a comment that talks about it', 51, comment({ body: 'please run /flow resume' }), /does not ask/],
  ])('%s counts for nothing', (_, id, found, why) => {
    expect(judgeResume(stopped(), id, found)).toEqual({
      ok: false,
      reason: 'unauthorised',
      why: expect.stringMatching(why),
    });
  });

  test('A-58 a comment resumes once, for good', () => {
    const state = fold([
      start(),
      end({ status: 'fail', reason: 'stopped', next: { type: 'FINALIZE' } }),
      start({ seq: 2, resume: 51 }),
      end({ seq: 2, status: 'fail', reason: 'stopped', next: { type: 'FINALIZE' } }),
    ]);
    expect(judgeResume(state, 51, comment())).toMatchObject({ ok: false, reason: 'duplicate' });
    expect(judgeResume(state, 52, comment({ id: 52 }))).toEqual({ ok: true });
  });
});

describe('withSeen', () => {
  const comments = [
    { id: 9, own: true },
    { id: 4, own: false },
    { id: 6, own: false },
  ];
  test.each<[string, Parameters<typeof end>[0], number | undefined]>([
    [
      'a stop has seen the newest comment of others',
      { status: 'fail', reason: 'scope', next: { type: 'FINALIZE' } },
      6,
    ],
    ['an end that goes on', { status: 'fail', reason: 'agent-failed' }, undefined],
    ['a complete end', { next: { type: 'FINALIZE' } }, undefined],
    ['an end that nothing lifts', { status: 'fail', reason: 'partial', next: { type: 'FINALIZE' } }, undefined],
  ])('%s', (_, changes, seen) => expect(withSeen(end({ sha: sha(1), ...changes }), comments).seen).toBe(seen));

  test('nothing is said where nobody else spoke', () => {
    const stop = end({ status: 'fail', reason: 'scope', next: { type: 'FINALIZE' } });
    expect(withSeen(stop, [{ id: 9, own: true }])).toEqual(stop);
  });
});
