import type { Field } from './scan.ts';

/** Every text in a JSON value with the path that leads to it: `output.annotations[0].message`. Names of keys are texts, too. */
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
      const plain = /^[A-Za-z_][A-Za-z0-9_-]{0,40}$/.test(key);
      if (!plain) fields.push({ name: `a name in ${name || 'it'}`, text: key });
      const own = plain ? key : '…';
      collect(item, name === '' ? own : `${name}.${own}`, fields);
    }
  }
}
