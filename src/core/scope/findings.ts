import type { Annotation, GateResult } from '../gate.ts';
import type { ScopeViolation } from './scope.ts';
import { printable, shownPath } from '../text.ts';

const ANNOTATED = 50;

/** An annotation per violation, on the file's first line; `who` may not make the change. */
export function scopeAnnotations(
  violations: readonly ScopeViolation[],
  who: (violation: ScopeViolation) => string,
): Annotation[] {
  return violations.slice(0, ANNOTATED).map((violation) => ({
    path: shownPath(violation.path, 400) || '.',
    start_line: 1,
    end_line: 1,
    annotation_level: 'failure',
    title: `scope: ${violation.rule}`,
    message: `${who(violation)}: ${printable(violation.detail, 400)}`,
  }));
}

/** A row per violation; `found` stands for them where there is none. */
export function scopeRows(
  violations: readonly ScopeViolation[],
  found: GateResult['rows'][number],
  where: (violation: ScopeViolation) => string = () => '',
): GateResult['rows'] {
  if (violations.length === 0) return [found];
  return violations.slice(0, ANNOTATED).map((violation) => ({
    item: shownPath(violation.path, 200) || 'the whole diff',
    status: 'fail',
    detail: printable(`${violation.rule}: ${violation.detail}${where(violation)}`, 200),
  }));
}
