import { checkName } from '../../core/names.ts';

/** The App that GitHub Actions posts checks as: nobody else's check of the same name satisfies a rule that names it. */
export const ACTIONS_APP_ID = 15368;

/** Something that only a maintainer can switch on. */
export interface HandItem {
  readonly title: string;
  readonly why: string;
  readonly link?: string;
  readonly commands: readonly string[];
}

export interface HandInput {
  readonly flow: string;
  /** `owner/name`, or what `gh` fills in by itself. */
  readonly repo: string;
  /** Address of the repository's pages, when it is known. */
  readonly pages: string | undefined;
  /** Files that have to be on the default branch, as git names them. */
  readonly files: readonly string[];
  /** True where pull requests are held to contracts. */
  readonly contracts?: boolean;
  /** Environment whose reviewers approve runs on accelerators; undefined without a registry. */
  readonly environment?: string | undefined;
}

/** The command that lets a workflow open pull requests. */
export function allowPullRequests(repo: string): string {
  return `gh api --method PUT repos/${repo}/actions/permissions/workflow -F can_approve_pull_request_reviews=true`;
}

/** The command that makes the flow's aggregate check a condition of every merge. */
export function requireAggregate(flow: string, repo: string): string {
  return requireCheck('bitnet-flow', checkName(flow, 'required'), repo);
}

/** The command that makes a check of GitHub Actions a condition of every merge into the default branch. */
function requireCheck(name: string, context: string, repo: string): string {
  const rule = {
    name,
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      {
        type: 'required_status_checks',
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: [{ context, integration_id: ACTIONS_APP_ID }],
        },
      },
    ],
  };
  return `echo '${JSON.stringify(rule)}' | gh api --method POST repos/${repo}/rulesets --input -`;
}

/** What init cannot do by itself, in the order in which a person does it. Pure. */
export function handItems({ flow, repo, pages, files, contracts, environment }: HandInput): HandItem[] {
  const where = (page: string) => (pages === undefined ? {} : { link: `${pages}/settings/${page}` });
  const known = repo.includes('{') ? '' : ` --repo ${repo}`;
  return [
    {
      title: 'Commit the files to the default branch',
      why: 'GitHub starts workflows from there, and the flow reads its configuration from there.',
      commands: [`git add ${files.join(' ')}`, 'git commit -m "build: bitnet-flow"', 'git push'],
    },
    {
      title: 'Let Actions open pull requests',
      why: 'Without it the flow ends before its Draft PR, and says so.',
      ...where('actions'),
      commands: [allowPullRequests(repo)],
    },
    {
      title: 'Say what runs the agents',
      why: 'Any program that reads a prompt and leaves a result, or Claude Code with the key of its model.',
      ...where('variables/actions'),
      commands: [
        `gh variable set BITNET_FLOW_COMMAND --body '["my-agent","--json"]'${known}  # any program; or Claude Code:`,
        `gh variable set BITNET_FLOW_ENGINE --body claude-code${known}`,
        `gh secret set BITNET_FLOW_MODEL_KEY${known}`,
      ],
    },
    {
      title: 'Protect the default branch, if every change goes through the flow',
      why: `Only \`${checkName(flow, 'required')}\` never passes by being skipped; a pull request without the flow does not have it.`,
      ...where('rules'),
      commands: [requireAggregate(flow, repo)],
    },
    ...(contracts === true
      ? [
          {
            title: 'Make contracts a condition of merging',
            why: 'The guard keeps the order of merges, the job keeps a pull request inside its contract; without a rule both only warn.',
            ...where('rules'),
            commands: ['merge-guard', 'held-to-contract'].map((check) =>
              requireCheck(`bitnet-flow ${check}`, check, repo),
            ),
          },
        ]
      : []),
    ...(environment === undefined
      ? []
      : [
          {
            title: `Make the environment ${environment}, whose reviewers approve runs on accelerators`,
            why: 'Before the first run: GitHub makes an environment that nobody made, without reviewers. Fit .github/gates/ to your runners as well.',
            ...where('environments'),
            commands: [`sh .github/gates/gates-environment.sh ${repo} REVIEWER`],
          },
        ]),
  ];
}
