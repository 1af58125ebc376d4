/** A refusal as the client library throws it: status, headers, message. */
export class HttpProblem extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly response: { readonly headers: Readonly<Record<string, string>>; readonly data: unknown };

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.response = { headers, data: { message } };
  }
}

/** No answer came: the library reports it as a 500 without a response. */
export class NoAnswer extends Error {
  override readonly name = 'HttpError';
  readonly status = 500;

  constructor() {
    super('fetch failed');
  }
}

export function notFound(): HttpProblem {
  return new HttpProblem(404, 'Not Found');
}

export function invalid(message: string): HttpProblem {
  return new HttpProblem(422, message);
}
