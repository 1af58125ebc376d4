import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FormatsPlugin } from 'ajv-formats';

// The package is CommonJS: under ESM its default export is what `module.exports.default` says, or the module itself.
const addFormats = ((addFormatsModule as unknown as { default?: FormatsPlugin }).default ??
  addFormatsModule) as unknown as FormatsPlugin;

/** One way in which a request or a response differs from GitHub's OpenAPI description. */
export interface Violation {
  method: string;
  path: string;
  /** `query`, `request` or `response <status>`. */
  part: string;
  /** Where in the document, as a JSON pointer. */
  instance: string;
  /** Which rule of the description, as a JSON pointer. */
  schema: string;
  message: string;
}

interface Operation {
  query?: object;
  request?: object;
  responses: Record<string, object | null>;
}

/** One request with its answer; bodies as the JSON text that travelled, empty for none. */
export interface Exchange {
  method: string;
  path: string;
  /** GitHub's path template, or undefined where the stand-in serves nothing. */
  template: string | undefined;
  query: URLSearchParams;
  request: string;
  status: number;
  response: string;
}

const description = JSON.parse(readFileSync(new URL('./openapi/github.json', import.meta.url), 'utf8')) as {
  operations: Record<string, Operation>;
};
const escape = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

// Compiled when first needed and shared by every stand-in of the process: compiling costs more than validating.
let compiler: { json: Ajv; text: Ajv } | undefined;
const compiled = new Map<string, ValidateFunction>();

function validator(pointer: string, kind: 'json' | 'text'): ValidateFunction {
  const known = compiled.get(pointer);
  if (known) return known;
  if (!compiler) {
    const options = {
      allErrors: true,
      strict: false,
      validateSchema: false,
      addUsedSchema: false,
      inlineRefs: false,
    } as const;
    compiler = { json: new Ajv(options), text: new Ajv({ ...options, coerceTypes: 'array' }) };
    for (const ajv of Object.values(compiler)) {
      addFormats(ajv);
      ajv.addSchema(description, 'github');
    }
  }
  const made = compiler[kind].compile({ $ref: `github#${pointer}` });
  compiled.set(pointer, made);
  return made;
}

/**
 * Collects exchanges and compares them when somebody asks: compiling a schema takes longer than answering a request, so
 * a run does not wait for it.
 */
export class ExchangeLog {
  readonly #violations: Violation[] = [];
  #pending: Exchange[] = [];

  add(exchange: Exchange): void {
    this.#pending.push(exchange);
    if (this.#pending.length >= 500) this.violations(); // bounds what is held in memory
  }

  /** Records a bug of the stand-in itself, which a client would take for a 5xx of GitHub and try again. */
  addBug(method: string, path: string, message: string): void {
    this.#violations.push({ method, path, part: 'response 500', instance: '', schema: '', message });
  }

  violations(): Violation[] {
    for (const exchange of this.#pending.splice(0)) this.#violations.push(...checkExchange(exchange));
    return [...this.#violations];
  }
}

/** Compares one exchange with the description. Answers of 400 and more are checked where GitHub describes them. */
export function checkExchange(exchange: Exchange): Violation[] {
  const { method, path, template, status } = exchange;
  const [request, response] = [exchange.request, exchange.response].map((text) =>
    text === '' ? undefined : (JSON.parse(text) as unknown),
  );
  const name = `${method} ${template}`;
  const operation = description.operations[name];
  const found = (part: string, instance: string, schema: string, message: string): Violation => {
    return { method, path, part, instance, schema, message };
  };
  if (!operation) {
    return [found('request', '', '', 'not served here; add it to endpoints.ts and run scripts/openapi-subset.mjs')];
  }
  const check = (part: string, place: string, value: unknown, kind: 'json' | 'text'): Violation[] => {
    const validate = validator(`/operations/${escape(name)}/${place}`, kind);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => {
      const given = JSON.stringify(error.params);
      return found(part, error.instancePath, error.schemaPath, `${error.message ?? 'is not valid'} ${given}`);
    });
  };

  const violations: Violation[] = [];
  // What the stand-in refused was meant to be wrong; a request must be right only when it was accepted.
  if (status < 400) {
    if (operation.query) violations.push(...check('query', 'query', Object.fromEntries(exchange.query), 'text'));
    if (operation.request) violations.push(...check('request', 'request', request, 'json'));
  }
  const part = `response ${status}`;
  const schema = operation.responses[String(status)];
  if (schema === undefined) {
    if (status < 400) violations.push(found(part, '', 'responses', 'GitHub does not answer with this status here'));
  } else if (schema !== null) {
    violations.push(...check(part, `responses/${status}`, response, 'json'));
  } else if (response !== undefined && status < 400) {
    violations.push(found(part, '', 'responses', 'GitHub answers without a body here'));
  }
  return violations;
}
