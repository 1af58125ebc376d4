// The order in which jest runs test files: where it has not seen how long they take, as on a clean checkout, it goes by their size, and a short
// file that runs whole flows comes last and alone. Those rooms come first here; the many short files fill up what is left.
import Sequencer from '@jest/test-sequencer';

const LONG = /[\\/]test[\\/](e2e|docs|simulation|claude-code)[\\/]/;

export default class LongFirst extends (Sequencer.default ?? Sequencer) {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const long = (test) => LONG.test(test.path);
    return [...sorted.filter(long), ...sorted.filter((test) => !long(test))];
  }
}
