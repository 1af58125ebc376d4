import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSecretClass, SAFETY_CLASSES, type SafetyClass } from '../../../../src/core/public-safety/finding.ts';
import { scan } from '../../../../src/core/public-safety/scan.ts';
import { ENCODINGS } from './encodings.ts';
import { noise, VALUES } from './values.ts';

const classes = SAFETY_CLASSES.filter((name): name is Exclude<SafetyClass, 'packed'> => name !== 'packed');
const secrets = classes.filter(isSecretClass);
/** A class shows what it is in the plain text; every class meets all encodings, and every encoding all classes. */
const runsOf = (as: string) => ({ numRuns: as === 'plain' ? 20 : 1 });
const CUTS = { numRuns: 2 };

const classesIn = (text: string): SafetyClass[] => scan(text).map(({ class: name }) => name);

describe('A-62, A-63: every class is found in every encoding, wherever it stands', () => {
  for (const name of classes) {
    test.each(ENCODINGS)(`${name} as $name`, ({ as, write }) => {
      fc.assert(
        fc.property(VALUES[name], noise, noise, (value, before, behind) => {
          expect(classesIn(`${before} ${write(value)} ${behind}`)).toContain(name);
        }),
        runsOf(as),
      );
    });
  }
});

describe('A-62: a secret that is cut in two is found', () => {
  const cut = (name: keyof typeof VALUES) =>
    fc.tuple(VALUES[name], fc.double({ min: 0, max: 1, noNaN: true })).map(([value, share]) => {
      const at = 1 + Math.floor(share * (value.length - 2));
      return [value.slice(0, at), value.slice(at)] as const;
    });
  const JOINS: readonly { name: string; write: (a: string, b: string) => string }[] = [
    { name: 'two lines', write: (a, b) => `first ${a}\n${b} last` },
    { name: 'two cells', write: (a, b) => `| ${a} | ${b} |` },
    { name: 'one column', write: (a, b) => `| key one of them | ${a} | x |\n| key two of them all | ${b} | y |` },
    { name: 'two evidence values', write: (a, b) => `one: ${a}; two: ${b}` },
    { name: 'two strings', write: (a, b) => `"${a}" +\n  "${b}"` },
  ];
  for (const name of secrets.filter((one) => one !== 'url-password')) {
    test.each(JOINS)(`${name} over $name`, ({ write }) => {
      fc.assert(
        fc.property(cut(name), ([a, b]) => {
          expect(classesIn(write(a, b))).toContain(name);
        }),
        CUTS,
      );
    });
  }
  test.each(secrets)('%s over two fields, whatever lies between', (name) => {
    fc.assert(
      fc.property(cut(name), noise, ([a, b], between) => {
        const fields = [
          { name: 'annotations[0].message', text: a },
          { name: 'annotations[1].title', text: between },
          { name: 'annotations[1].message', text: b },
        ];
        expect(scan(fields).map((found) => found.class)).toContain(name);
      }),
      CUTS,
    );
  });
});
