/** One read of everything an admission or a write needs to know of a subject. */
export const SUBJECT_QUERY = `
query Subject($owner: String!, $name: String!, $number: Int!, $branch: String!, $ref: String!, $base: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    base: ref(qualifiedName: $base) { name target { oid } }
    labels(first: 100) { nodes { name } }
    issue(number: $number) {
      title
      body
      state
      author { login }
      labels(first: 100) { nodes { name } }
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body url author { __typename login } editor { login } createdAt lastEditedAt viewerDidAuthor }
      }
    }
    ref(qualifiedName: $ref) { target { oid ... on Commit { history(first: 100) { nodes { oid message } } } } }
    pullRequests(headRefName: $branch, first: 10) {
      nodes {
        number
        body
        state
        isDraft
        author { __typename login }
        viewerDidAuthor
        labels(first: 100) { nodes { name } }
        comments(first: 100) { nodes { databaseId body url author { __typename login } editor { login } createdAt lastEditedAt viewerDidAuthor } }
      }
    }
  }
}`;

/** Something that somebody wrote; the type of the author tells an app from a person of the same name. */
interface Written {
  readonly author: { readonly __typename: string; readonly login: string } | null;
  readonly viewerDidAuthor: boolean;
}

interface CommentNode extends Written {
  readonly databaseId: number;
  readonly body: string;
  readonly url: string;
  readonly editor: { readonly login: string } | null;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
}

interface Nodes<T> {
  readonly nodes: readonly T[];
}

/** The answer's shape; `comment` and `written` name node types. */
export interface SubjectAnswer {
  readonly comment: CommentNode;
  readonly written: Written;
  readonly repository: {
    readonly base: { readonly name: string; readonly target: { readonly oid: string } } | null;
    readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } };
    readonly labels: Nodes<{ readonly name: string }>;
    readonly issue: {
      readonly title: string;
      readonly body: string;
      readonly state: string;
      readonly author: { readonly login: string } | null;
      readonly labels: Nodes<{ readonly name: string }>;
      readonly comments: Nodes<CommentNode> & {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    } | null;
    readonly ref: {
      readonly target: {
        readonly oid: string;
        readonly history?: Nodes<{ readonly oid: string; readonly message: string }>;
      };
    } | null;
    readonly pullRequests: Nodes<
      Written & {
        readonly number: number;
        readonly body: string;
        readonly state: string;
        readonly isDraft: boolean;
        readonly labels: Nodes<{ readonly name: string }>;
        readonly comments: Nodes<CommentNode>;
      }
    >;
  };
}
