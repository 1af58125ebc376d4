import type { Token } from './tokens.ts';

/** One API request as the handlers see it. */
export interface Call {
  method: string;
  /** The raw path without the query. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  token: Token;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** The run that was made, which the body does not tell whole. */
  made?: { id: number; title: string } | { run: number };
}

export type Handler = (call: Call) => Reply | Promise<Reply>;
/** Handlers by `METHOD template`, as in the endpoint table. */
export type Handlers = Record<string, Handler>;

/** An answer of GitHub's that is an error, thrown from anywhere below a handler. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;

  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message);
    this.name = 'ApiProblem';
    this.status = status;
    this.errors = errors;
  }
}

/** GitHub's 404, which it also gives for what the caller may not see. */
export const notFound = () => new ApiProblem(404, 'Not Found');

/** GitHub's 422 for one field of a resource. */
export function invalid(resource: string, field: string, code: string, message?: string): ApiProblem {
  return new ApiProblem(422, message ?? 'Validation Failed', [
    { resource, field, code, ...(message === undefined ? {} : { message }) },
  ]);
}

/** The JSON body of an error, as GitHub writes it. */
export function problemBody(status: number, message: string, errors?: readonly unknown[]) {
  const documentation_url = 'https://docs.github.com/rest';
  return { message, ...(errors ? { errors } : {}), documentation_url, status: String(status) };
}

/** One page of a list: `per_page` at most 100, with the Link header that GitHub's clients follow. */
export function page<T>(call: Call, url: string, all: readonly T[]): { items: T[]; headers: Record<string, string> } {
  const size = clamp(call.query.get('per_page'), 30, 100);
  const at = clamp(call.query.get('page'), 1, Number.MAX_SAFE_INTEGER);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    return `<${url}${call.path}?${query.toString()}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (at > 1) links.push(link(at - 1, 'prev'), link(1, 'first'));
  if (at < last) links.push(link(at + 1, 'next'), link(last, 'last'));
  const items = all.slice((at - 1) * size, at * size);
  return { items, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}

function clamp(text: string | null, fallback: number, most: number): number {
  const value = Number(text ?? fallback);
  return Number.isSafeInteger(value) && value >= 1 ? Math.min(value, most) : fallback;
}

/** A stable node id in GitHub's manner; opaque to clients. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}
