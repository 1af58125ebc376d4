/** An issue as a person opens it. */
export interface Issue {
  readonly title: string;
  readonly body: string;
}

/** An issue in a Markdown file: its title in the first line, as `# Title`. */
export function parseIssue(text: string): Issue {
  const [first = '', ...rest] = text.trimStart().split(/\r?\n/);
  return { title: first.replace(/^#\s+/, '').trim(), body: rest.join('\n').trim() };
}

/** What a local run starts from: a repository, its generated workflow, an issue, and what runs the agents. */
export interface RunSource {
  /** Name in the report. */
  readonly name: string;
  /** One line about it, for people. */
  readonly about: string;
  /** Folder that the run makes its own folder in. */
  readonly place: string;
  /** Name of the repository on the embedded GitHub. */
  readonly repo: string;
  readonly branch: string;
  readonly workflow: { readonly file: string; readonly text: string };
  /** The sweeper's workflow, where the repository has it. */
  readonly sweep?: { readonly file: string; readonly text: string };
  /** The workflow that comments start, where the repository has it. */
  readonly control?: { readonly file: string; readonly text: string };
  readonly issue: Issue;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** `owner/repository` that the workflow takes this project's actions from. */
  readonly actions: string | undefined;
  /** Gives the path of a git repository whose HEAD the run begins with; `dir` is the run's own folder. */
  readonly seed: (dir: string) => string;
}
