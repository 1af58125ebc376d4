/** The sections of the Ledger comment and the text between them. An anchor stands at line start, exactly once, in order. */
export interface Parts {
  /** Text that is not ours: before, between and after the anchors. */
  readonly foreign: string;
  /** Inner text by section name. */
  readonly sections: ReadonlyMap<string, string>;
  readonly intact: boolean;
}

export function startAnchor(name: string): string {
  return `<!-- ${name}:start -->`;
}

export function endAnchor(name: string): string {
  return `<!-- ${name}:end -->`;
}

/** Wraps a section's text in its anchors. */
export function anchored(name: string, text: string): string {
  return `${startAnchor(name)}\n${text}\n${endAnchor(name)}`;
}

const ANY_ANCHOR = /^\s*<!--\s*[a-z][a-z0-9:-]*\s*(-->)?/;

/** Splits a body at the anchors of `names`; `own` are further lines of ours (marker, heading) that are not foreign. */
export function splitAnchored(body: string, names: readonly string[], own: readonly string[] = []): Parts {
  const lines = body.replace(/\r\n/g, '\n').split('\n');
  const sections = new Map<string, string>();
  const foreign: string[] = [];
  let position = 0;
  let intact = true;
  for (const name of names) {
    const starts = lines.flatMap((line, index) => (line === startAnchor(name) ? [index] : []));
    const ends = lines.flatMap((line, index) => (line === endAnchor(name) ? [index] : []));
    if (starts.length !== 1 || ends.length !== 1 || starts[0]! < position || ends[0]! < starts[0]!) {
      intact = false;
      break;
    }
    foreign.push(...lines.slice(position, starts[0]));
    sections.set(name, lines.slice(starts[0]! + 1, ends[0]).join('\n'));
    position = ends[0]! + 1;
  }
  if (!intact) return { foreign: '', sections: new Map(), intact };
  foreign.push(...lines.slice(position));
  const kept = foreign.filter((line) => !own.includes(line) && !ANY_ANCHOR.test(line));
  return { foreign: kept.join('\n').trim(), sections, intact };
}

/** The body with a section's text in place of the one it has, else behind everything. Anchors that make no section are taken out. */
export function placeAnchored(body: string, name: string, text: string): string {
  const lines = body.split('\n');
  const plain = lines.map((line) => line.replace(/\r$/, ''));
  const [start, end] = [startAnchor(name), endAnchor(name)];
  const block = anchored(name, text);
  if (!splitAnchored(body, [name]).intact) {
    const kept = lines.filter((_, index) => plain[index] !== start && plain[index] !== end);
    return `${kept.join('\n').trimEnd()}\n\n${block}\n`;
  }
  return [...lines.slice(0, plain.indexOf(start)), block, ...lines.slice(plain.indexOf(end) + 1)].join('\n');
}
