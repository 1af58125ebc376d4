import { actorName, commentUrl, iso, type GitHubModel } from './github.ts';
import type { Account, CommentRecord, IssueRecord } from './records.ts';

/** Answers the one query that the client asks of a subject. */
export function answerSubject(
  github: GitHubModel,
  caller: Account,
  variables: Readonly<Record<string, unknown>>,
  asOf = Infinity,
): unknown {
  const { git } = github;
  const branch = String(variables['branch']);
  const base = String(variables['base']);
  const baseName = base === 'HEAD' ? 'main' : base.replace('refs/heads/', '');
  const [baseTip, tip, mainTip] = [baseName, branch, 'main'].map((name) => git.tip(name, asOf));
  const issue = github.issue(Number(variables['number']), asOf);
  const at = variables['after'] === null || variables['after'] === undefined ? 0 : Number(variables['after']);
  const data = {
    repository: {
      defaultBranchRef: { name: 'main', target: { oid: mainTip } },
      base: baseTip === undefined ? null : { name: base === 'HEAD' ? 'HEAD' : baseName, target: { oid: baseTip } },
      labels: named([...(github.labels.at(asOf) ?? [])].sort().slice(0, 100)),
      issue:
        issue === undefined
          ? null
          : { ...subject(issue), comments: commentPage(github.commentsOn(issue.number, asOf), caller, at) },
      ref:
        tip === undefined
          ? null
          : {
              target: {
                oid: tip,
                // The host shows a message without its last line break.
                history: {
                  nodes: git
                    .history(tip)
                    .map(({ sha, message }) => ({ oid: sha, message: message.replace(/\n$/, '') })),
                },
              },
            },
      pullRequests: {
        nodes: github.pullsOf(branch, asOf).map((pull) => ({
          number: pull.number,
          isDraft: pull.draft,
          viewerDidAuthor: pull.author === caller.login,
          ...subject(pull),
          comments: commentPage(github.commentsOn(pull.number, asOf), caller, 0),
        })),
      },
    },
  };
  // A missing issue is an error beside the data.
  return issue === undefined
    ? { data, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to an Issue' }] }
    : { data };
}

/** An account as GraphQL shows it: a bot by the slug of its app. */
function account(login: string) {
  return { __typename: login.endsWith('[bot]') ? 'Bot' : 'User', login: actorName(login) };
}

function subject(issue: IssueRecord) {
  return {
    title: issue.title,
    body: issue.body,
    state: issue.open ? 'OPEN' : 'CLOSED',
    author: account(issue.author),
    labels: named(issue.labels),
  };
}

function named(names: readonly string[]) {
  return { nodes: names.map((name) => ({ name })) };
}

function commentPage(all: readonly CommentRecord[], caller: Account, at: number) {
  const end = at + 100;
  const more = all.length > end;
  return {
    pageInfo: { hasNextPage: more, endCursor: more ? String(end) : null },
    nodes: all.slice(at, end).map((comment) => ({
      databaseId: comment.id,
      body: comment.body,
      author: account(comment.author),
      editor: comment.editor === null ? null : { login: actorName(comment.editor) },
      viewerDidAuthor: comment.author === caller.login,
      url: commentUrl(comment),
      createdAt: iso(comment.createdAt),
      lastEditedAt: comment.editor === null ? null : iso(comment.updatedAt),
    })),
  };
}
