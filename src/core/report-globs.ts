import { compileGlobs, type Globs } from './globs.ts';

/** Where a report may lie: the judged tree, the gate's private folder `{out}`, the private build folder `{target}`. */
export const REPORT_PLACES = ['tree', 'out', 'target'] as const;
export type ReportPlace = (typeof REPORT_PLACES)[number];

/** The globs of a step's `reports` that lie in one place, and the folders below it that need not be left to find them. */
export interface PlacedGlobs {
  readonly place: ReportPlace;
  readonly globs: Globs;
  /** Folder without wildcards that each pattern starts with; the empty string is the place itself. */
  readonly starts: readonly string[];
}

const IN_PLACE = /^\{(out|target)\}\/([^]*)$/;

/** Sorts report globs by place: `{out}/junit.xml`, `{target}/criterion/**`, `mutants.out/*.json`. Throws `bad-config` that names the glob. */
export function placeReportGlobs(patterns: readonly string[], at = 'reports'): PlacedGlobs[] {
  const placed = patterns.map((pattern) => {
    const inPlace = IN_PLACE.exec(pattern);
    return { place: (inPlace?.[1] ?? 'tree') as ReportPlace, pattern: inPlace?.[2] ?? pattern };
  });
  return REPORT_PLACES.flatMap((place) => {
    const own = placed.filter((entry) => entry.place === place).map((entry) => entry.pattern);
    return own.length === 0
      ? []
      : [{ place, globs: compileGlobs(own, at), starts: [...new Set(own.map(literalStart))] }];
  });
}

/** The name of a report as gates see it: the path in the tree, or with its place in front. */
export function reportName(place: ReportPlace, path: string): string {
  return place === 'tree' ? path : `{${place}}/${path}`;
}

function literalStart(pattern: string): string {
  const segments = pattern.split('/').slice(0, -1);
  const wild = segments.findIndex((segment) => /[*?]/.test(segment));
  return (wild < 0 ? segments : segments.slice(0, wild)).join('/');
}
