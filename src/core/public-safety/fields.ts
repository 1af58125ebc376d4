import { scan, type Field } from './scan.ts';

/**
 * Every text in a JSON value with the path that leads to it: `output.annotations[0].message`. Names are texts, too, and one that must not become
 * public stands in no path.
 */
export function fieldsOf(value: unknown, name = ''): Field[] {
  const fields: Field[] = [];
  collect(value, name, fields);
  return fields;
}

function collect(value: unknown, name: string, fields: Field[]): void {
  if (typeof value === 'string') fields.push({ name, text: value });
  else if (Array.isArray(value)) value.forEach((item, i) => collect(item, `${name}[${i}]`, fields));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const plain = isWord(key);
      if (!plain) fields.push({ name: `a name in ${name || 'it'}`, text: key });
      const shown = plain || (SHOWN.test(key) && scan(key).length === 0);
      const own = shown ? key : '…';
      collect(item, name === '' ? own : `${name}.${own}`, fields);
    }
  }
}

const SHOWN = /^[A-Za-z_][A-Za-z0-9_-]{0,40}$/;

/** Shorter than any key, and of letters alone: `head_sha`, `pr`, `baselineSha`. */
function isWord(key: string): boolean {
  return /^[a-z][A-Za-z_-]{0,18}$/.test(key);
}
