import { expect, test } from '@jest/globals';
import { toldOf, toldTo } from '../../../../src/commands/gate/told.ts';

const told = toldOf({ labels: 'risk:high', allow: ['a.js because it is mine', 'limit = 3 because two are few'] });

test('what an issue would tell becomes inputs of the actions that have them', () => {
  const allows = 'Allow: a.js because it is mine\nAllow: limit = 3 because two are few';
  expect(toldTo('mutation', told)).toEqual({ labels: 'risk:high', allows });
  expect(toldTo('governance', told)).toEqual({ labels: 'risk:high', allows });
  expect(toldTo('hygiene', told)).toEqual({ allows });
  expect(toldTo('spec', told)).toEqual({});
  expect(toldTo('no-gate', told)).toEqual({});
});

test('nothing told is nothing given', () => {
  expect(toldOf({})).toEqual({});
});
