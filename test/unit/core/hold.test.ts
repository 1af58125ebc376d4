import { describe, expect, test } from '@jest/globals';
import { holdOf, holdText, type Hold } from '../../../src/core/hold.ts';

const paused = (...by: ('label' | 'variable')[]): Hold => ({ kind: 'pause', by });
const unreadable = (value: string): Hold => ({ ...paused('variable'), unreadable: value });

describe('holdOf', () => {
  test.each<[string, readonly string[], string | undefined, Hold | undefined]>([
    ['nothing', ['flow:generative', 'state:in-progress', 'topic:io'], undefined, undefined],
    ['the label', ['flow:pause'], '', paused('label')],
    ['the label in other letters', ['Flow:Pause'], '', paused('label')],
    ['a label that only begins so', ['flow:pause-later'], '', undefined],
    ['stop', ['flow:stop'], '', { kind: 'stop', by: ['label'] }],
    ['stop and pause: a stop is an end', ['flow:pause', 'flow:stop'], 'true', { kind: 'stop', by: ['label'] }],
    ['everything', [], 'true', paused('variable')],
    ['everything, the other word', [], ' ALL ', paused('variable')],
    ['label and variable', ['flow:pause'], 'true', paused('label', 'variable')],
    ['this one among others', [], '3, 7,12', paused('variable')],
    ['others', [], '3,17,70', undefined],
    ['a plain no', [], 'false', undefined],
    ['blanks', [], '  ', undefined],
    ['fail closed: a word', [], 'yes', unreadable('yes')],
    ...['falsehood', 'so false', 'trueish', 'untrue', 'allow', '3x,4', '3,4x', '07'].map(
      (word): [string, readonly string[], string, Hold] => [`fail closed: ${word}`, [], word, unreadable(word)],
    ),
    ['fail closed: a reference', [], '#3', unreadable('#3')],
    ['fail closed: half a list', [], '3,', unreadable('3,')],
    ['fail closed: a number that is none', [], '0x10', unreadable('0x10')],
    ['A-20 fail closed: what cannot be seen is shown', [], '3\u202e', unreadable('3\\u{202e}')],
  ])('%s', (_, labels, variable, hold) => expect(holdOf(7, labels, variable)).toEqual(hold));
});

describe('holdText says what holds the flow and who lifts it', () => {
  test.each<[Hold, RegExp]>([
    [paused('label'), /^by the label `flow:pause`\. Comment `\/flow resume`, or remove the label\.$/],
    [paused('variable'), /`BITNET_FLOW_PAUSED`\. It goes on when whoever administers/],
    [
      paused('label', 'variable'),
      /`flow:pause` and by .*`BITNET_FLOW_PAUSED`.* and somebody comments `\/flow resume`\.$/,
    ],
    [unreadable('yes'), /neither `true` nor a list of numbers and so pauses every flow/],
    [{ kind: 'stop', by: ['label'] }, /^the label `flow:stop` stops this flow\./],
  ])('%j', (hold, text) => expect(holdText(hold)).toMatch(text));

  test('A-24 the value of the variable never reaches the text', () => {
    expect(holdText(unreadable('@team fixes #1'))).not.toContain('@team');
  });
});
