import { randomBytes } from 'node:crypto';

/** The permission scopes of a workflow's `permissions:` block that the stand-in enforces. */
export type Scope =
  | 'contents'
  | 'issues'
  | 'pull_requests'
  | 'checks'
  | 'actions'
  | 'statuses'
  // No workflow can ask for these; an App can be given them.
  | 'administration'
  | 'variables'
  | 'secrets';
export type Permissions = Partial<Record<Scope, 'read' | 'write'>>;
export type Need = `${Scope}:${'read' | 'write'}`;

/** A GitHub App as it appears in check runs and beside comments. */
export interface App {
  id: number;
  slug: string;
  name: string;
}

export interface Actor {
  login: string;
  type: 'User' | 'Bot';
  role: 'admin' | 'read' | 'app';
  /** The account id GitHub gives this bot; persons get theirs from the emulator. */
  id?: number;
  app?: App;
}

/** Everyone who can hold a token: the bot of GitHub Actions, a bot that is not ours, and two persons. */
export const actors = {
  bot: {
    login: 'github-actions[bot]',
    type: 'Bot',
    role: 'app',
    id: 41898282,
    app: { id: 15368, slug: 'github-actions', name: 'GitHub Actions' },
  },
  'foreign-app': {
    login: 'other-ci[bot]',
    type: 'Bot',
    role: 'app',
    id: 99000001,
    app: { id: 990001, slug: 'other-ci', name: 'Other CI' },
  },
  maintainer: { login: 'maintainer', type: 'User', role: 'admin' },
  stranger: { login: 'stranger', type: 'User', role: 'read' },
} as const satisfies Record<string, Actor>;

export type ActorName = keyof typeof actors;

export interface Token {
  value: string;
  /** Free text that stands in the call log, so that calls can be counted per hop. */
  label: string;
  actor: Actor;
  permissions: Permissions;
}

export interface MintOptions {
  actor?: ActorName;
  /** What an app's token may do; a person's rights come from the role. */
  permissions?: Permissions;
  label?: string;
}

const prefix = { app: 'ghs_', admin: 'ghp_', read: 'ghp_' } as const;

/** The tokens in force; an unknown one is nobody. */
export class TokenTable {
  readonly #tokens = new Map<string, Token>();

  mint(options: MintOptions = {}): string {
    const actor: Actor = actors[options.actor ?? 'bot'];
    const value = prefix[actor.role] + randomBytes(18).toString('hex');
    const label = options.label ?? actor.login;
    this.#tokens.set(value, { value, label, actor, permissions: options.permissions ?? {} });
    return value;
  }

  revoke(value: string): void {
    this.#tokens.delete(value);
  }

  /** Reads `token X`, `Bearer X` or `Basic base64(user:X)`. `anonymous` without a header, undefined for a bad token. */
  identify(authorization: string | undefined): Token | 'anonymous' | undefined {
    if (authorization === undefined || authorization === '') return 'anonymous';
    const [, scheme = '', credential = ''] = /^(\S+)\s+(.+?)\s*$/.exec(authorization) ?? [];
    if (/^(token|bearer)$/i.test(scheme)) return this.#tokens.get(credential);
    if (!/^basic$/i.test(scheme)) return undefined;
    const [user = '', ...secret] = Buffer.from(credential, 'base64').toString('utf8').split(':');
    return this.#tokens.get(secret.join(':')) ?? this.#tokens.get(user);
  }
}

/** Settings that a person sees only as an administrator, even in a public repository. */
const ADMINISTRATIVE: readonly string[] = ['administration', 'variables', 'secrets'] satisfies Scope[];

/** Whether a token satisfies one of the needs. `anyone` marks what a mere reader of a public repository may do. */
export function may(token: Token, needs: readonly Need[], anyone = false): boolean {
  if (token.actor.role === 'admin' || needs.length === 0) return true;
  if (token.actor.role === 'read') {
    return anyone || needs.some((need) => need.endsWith(':read') && !ADMINISTRATIVE.includes(need.split(':')[0]!));
  }
  return needs.some((need) => {
    const [scope, level] = need.split(':') as [Scope, 'read' | 'write'];
    const held = token.permissions[scope];
    return held === 'write' || (held !== undefined && held === level);
  });
}
