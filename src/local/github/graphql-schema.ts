/** The part of GitHub's GraphQL schema that the stand-in answers, with GitHub's own type and field names. */
export const sdl = `
scalar DateTime
scalar URI
scalar GitObjectID

interface Node { id: ID! }
interface Actor { login: String! url: URI! avatarUrl: URI! }
type User implements Actor & Node { id: ID! login: String! url: URI! avatarUrl: URI! databaseId: Int }
type Bot implements Actor & Node { id: ID! login: String! url: URI! avatarUrl: URI! databaseId: Int }
type Organization implements Actor & Node { id: ID! login: String! url: URI! avatarUrl: URI! databaseId: Int }

type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type RateLimit { limit: Int! cost: Int! remaining: Int! used: Int! resetAt: DateTime! nodeCount: Int! }

type UserContentEdit { id: ID! editedAt: DateTime! createdAt: DateTime! editor: Actor diff: String }
type UserContentEditConnection { nodes: [UserContentEdit] totalCount: Int! pageInfo: PageInfo! }

type Label { id: ID! name: String! color: String! description: String }
type LabelConnection { nodes: [Label] totalCount: Int! pageInfo: PageInfo! }

enum CommentAuthorAssociation { MEMBER OWNER MANNEQUIN COLLABORATOR CONTRIBUTOR FIRST_TIME_CONTRIBUTOR FIRST_TIMER NONE }

type IssueComment implements Node {
  id: ID! databaseId: Int fullDatabaseId: String body: String! author: Actor editor: Actor lastEditedAt: DateTime
  authorAssociation: CommentAuthorAssociation! createdAt: DateTime! updatedAt: DateTime! viewerDidAuthor: Boolean!
  includesCreatedEdit: Boolean! isMinimized: Boolean! url: URI!
  userContentEdits(first: Int, last: Int, before: String, after: String): UserContentEditConnection
}
type IssueCommentConnection { nodes: [IssueComment] edges: [IssueCommentEdge] totalCount: Int! pageInfo: PageInfo! }
type IssueCommentEdge { cursor: String! node: IssueComment }

enum IssueState { OPEN CLOSED }
enum PullRequestState { OPEN CLOSED MERGED }
union IssueOrPullRequest = Issue | PullRequest

type Issue implements Node {
  id: ID! databaseId: Int number: Int! title: String! body: String! state: IssueState! closed: Boolean! url: URI!
  author: Actor editor: Actor lastEditedAt: DateTime authorAssociation: CommentAuthorAssociation!
  createdAt: DateTime! updatedAt: DateTime! viewerDidAuthor: Boolean! includesCreatedEdit: Boolean!
  labels(first: Int, last: Int, before: String, after: String): LabelConnection
  comments(first: Int, last: Int, before: String, after: String): IssueCommentConnection!
  userContentEdits(first: Int, last: Int, before: String, after: String): UserContentEditConnection
}
type PullRequest implements Node {
  id: ID! databaseId: Int number: Int! title: String! body: String! state: PullRequestState! closed: Boolean! url: URI!
  author: Actor editor: Actor lastEditedAt: DateTime authorAssociation: CommentAuthorAssociation!
  createdAt: DateTime! updatedAt: DateTime! viewerDidAuthor: Boolean! includesCreatedEdit: Boolean!
  isDraft: Boolean! merged: Boolean! headRefName: String! headRefOid: GitObjectID! baseRefName: String! baseRefOid: GitObjectID!
  labels(first: Int, last: Int, before: String, after: String): LabelConnection
  comments(first: Int, last: Int, before: String, after: String): IssueCommentConnection!
  userContentEdits(first: Int, last: Int, before: String, after: String): UserContentEditConnection
}
type PullRequestConnection { nodes: [PullRequest] totalCount: Int! pageInfo: PageInfo! }

interface GitObject { id: ID! oid: GitObjectID! abbreviatedOid: String! }
type GitActor { name: String email: String date: DateTime }
type Commit implements GitObject & Node {
  id: ID! oid: GitObjectID! abbreviatedOid: String! message: String! messageHeadline: String! messageBody: String!
  authoredDate: DateTime! committedDate: DateTime! author: GitActor committer: GitActor tree: Tree! url: URI!
  parents(first: Int, last: Int, before: String, after: String): CommitConnection!
  history(first: Int, after: String): CommitHistoryConnection!
  checkSuites(first: Int, last: Int, before: String, after: String, filterBy: CheckSuiteFilter): CheckSuiteConnection
}
type Tree implements GitObject & Node { id: ID! oid: GitObjectID! abbreviatedOid: String! }
type Blob implements GitObject & Node {
  id: ID! oid: GitObjectID! abbreviatedOid: String! byteSize: Int! isBinary: Boolean isTruncated: Boolean! text: String
}
type CommitConnection { nodes: [Commit] totalCount: Int! pageInfo: PageInfo! }
type CommitHistoryConnection { nodes: [Commit] totalCount: Int! pageInfo: PageInfo! }

input CheckSuiteFilter { appId: Int checkName: String }
input CheckRunFilter { appId: Int checkName: String checkType: CheckRunType }
enum CheckRunType { ALL LATEST }
enum CheckStatusState { REQUESTED QUEUED IN_PROGRESS COMPLETED WAITING PENDING }
enum CheckConclusionState { ACTION_REQUIRED TIMED_OUT CANCELLED FAILURE SUCCESS NEUTRAL SKIPPED STARTUP_FAILURE STALE }
type App implements Node { id: ID! databaseId: Int slug: String! name: String! }
type CheckSuite implements Node {
  id: ID! databaseId: Int app: App
  checkRuns(first: Int, last: Int, before: String, after: String, filterBy: CheckRunFilter): CheckRunConnection
}
type CheckSuiteConnection { nodes: [CheckSuite] totalCount: Int! pageInfo: PageInfo! }
type CheckRun implements Node {
  id: ID! databaseId: Int name: String! status: CheckStatusState! conclusion: CheckConclusionState externalId: String
  title: String summary: String text: String startedAt: DateTime completedAt: DateTime detailsUrl: URI url: URI!
}
type CheckRunConnection { nodes: [CheckRun] totalCount: Int! pageInfo: PageInfo! }

type Ref implements Node { id: ID! name: String! prefix: String! target: GitObject }

type Repository implements Node {
  id: ID! databaseId: Int name: String! nameWithOwner: String! url: URI! isPrivate: Boolean!
  defaultBranchRef: Ref
  labels(first: Int, last: Int, before: String, after: String): LabelConnection
  ref(qualifiedName: String!): Ref
  object(oid: GitObjectID, expression: String): GitObject
  issue(number: Int!): Issue
  pullRequest(number: Int!): PullRequest
  issueOrPullRequest(number: Int!): IssueOrPullRequest
  pullRequests(first: Int, last: Int, before: String, after: String, states: [PullRequestState!], headRefName: String,
    baseRefName: String): PullRequestConnection!
}

type Query {
  viewer: User!
  rateLimit(dryRun: Boolean = false): RateLimit
  repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
}
`;
