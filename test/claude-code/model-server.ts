import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model answers to one request: text and tool calls, a refusal of the service, or nothing for ever. */
export type Answer =
  | { readonly say?: string; readonly use?: readonly (readonly [tool: string, input: unknown])[] }
  | { readonly status: number; readonly error: string }
  | { readonly raw: string }
  | 'silence';

interface Block {
  readonly type: string;
  readonly text?: string;
  readonly content?: unknown;
  readonly is_error?: boolean;
}
interface Message {
  readonly role: string;
  readonly content: string | readonly Block[];
}

export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly model: string;
  readonly tools: readonly string[];
  /** Every text of the conversation, in order. */
  readonly texts: readonly string[];
  /** What the last tool calls gave, in order. */
  readonly results: readonly { readonly text: string; readonly error: boolean }[];
}

export interface ModelServer {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  close(): Promise<void>;
}

/** Tokens that every answer says it took, so that sums can be foreseen. */
export const TOKENS = { input: 100, cached: 1000, output: 20 } as const;

/**
 * The model's service on loopback: the Messages API with streamed events, answered by a script. `turn` counts the tool
 * results that the conversation holds, so that a request that is sent again gets the same answer.
 */
export async function startModelServer(script: (request: ModelRequest, turn: number) => Answer): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const read = readRequest(request.url ?? '', request.headers, body);
      requests.push(read.request);
      if (!/^\/v1\/messages(\?|$)/.test(request.url ?? '')) return refuse(response, 404, 'not_found_error');
      answer(response, read.request.model, script(read.request, read.turn));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest(
  path: string,
  headers: IncomingHttpHeaders,
  body: string,
): { request: ModelRequest; turn: number } {
  const value = (body.startsWith('{') ? JSON.parse(body) : {}) as {
    model?: string;
    tools?: { name: string }[];
    messages?: Message[];
  };
  const messages = (value.messages ?? []).map(({ role, content }) => ({
    role,
    blocks: typeof content === 'string' ? [{ type: 'text', text: content }] : content,
  }));
  const answers = messages.map(({ blocks }) => blocks.filter((block) => block.type === 'tool_result'));
  return {
    request: {
      path,
      headers,
      body,
      model: value.model ?? '',
      tools: (value.tools ?? []).map((tool) => tool.name),
      texts: messages.flatMap(({ blocks }) => blocks.flatMap((block) => block.text ?? [])),
      results: (answers.findLast((list) => list.length > 0) ?? []).map((block) => ({
        text: typeof block.content === 'string' ? block.content : JSON.stringify(block.content),
        error: block.is_error === true,
      })),
    },
    turn: answers.filter((list) => list.length > 0).length,
  };
}

function refuse(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ type: 'error', error: { type, message: 'no' } }));
}

let messages = 0;

function answer(response: ServerResponse, model: string, said: Answer): void {
  if (said === 'silence') return;
  if ('status' in said) return refuse(response, said.status, said.error);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if ('raw' in said) return void response.end(said.raw);
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  const id = `msg_${++messages}`;
  send('message_start', {
    message: {
      ...{ id, type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null },
      usage: {
        input_tokens: TOKENS.input,
        output_tokens: 1,
        cache_read_input_tokens: TOKENS.cached,
        cache_creation_input_tokens: 0,
      },
    },
  });
  const blocks = [
    ...(said.say === undefined
      ? []
      : [
          [
            { type: 'text', text: '' },
            { type: 'text_delta', text: said.say },
          ] as const,
        ]),
    ...(said.use ?? []).map(
      ([name, input], i) =>
        [
          { type: 'tool_use', id: `toolu_${messages}_${i}`, name, input: {} },
          { type: 'input_json_delta', partial_json: JSON.stringify(input) },
        ] as const,
    ),
  ];
  blocks.forEach(([content_block, delta], index) => {
    send('content_block_start', { index, content_block });
    send('content_block_delta', { index, delta });
    send('content_block_stop', { index });
  });
  send('message_delta', {
    delta: { stop_reason: said.use === undefined ? 'end_turn' : 'tool_use', stop_sequence: null },
    usage: { output_tokens: TOKENS.output },
  });
  send('message_stop', {});
  response.end();
}
