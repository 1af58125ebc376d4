import type { ResolvedTier } from './tier-options.ts';
import { pinOf, type Pins } from './pins.ts';

/** Files around the Tier B workflow, by name: the runners, their image, the environment. Text to be looked at and changed by who runs the cluster. */
export function tierFiles(tier: ResolvedTier, pins: Pins): ReadonlyMap<string, string> {
  return new Map([
    ['runner-set.values.yml', runnerSet(tier)],
    ['runner.Dockerfile', dockerfile(tier)],
    ['gates-runner-image.yml', imageWorkflow(tier, pins)],
    ['gates-environment.sh', environmentScript(tier)],
  ]);
}

/** Values of the chart gha-runner-scale-set of actions-runner-controller: no runner while nothing waits, one while something does. */
function runnerSet({ header, runner, image }: ResolvedTier): string {
  return `# ${header}
# Values for the chart gha-runner-scale-set of actions/actions-runner-controller. Install it with:
#   helm install ${runner} --namespace gates-runners --create-namespace --values runner-set.values.yml \\
#     --set githubConfigUrl=https://github.com/OWNER/REPOSITORY --set githubConfigSecret=gates-runner-app \\
#     oci://ghcr.io/actions/actions-runner-controller-charts/gha-runner-scale-set --version VERSION
# The secret holds the key of a GitHub App and lies in the cluster, never in a repository.
runnerScaleSetName: ${runner}
minRunners: 0
maxRunners: 1
template:
  spec:
    # A runner takes one job and ends; nothing of a branch outlives it.
    restartPolicy: Never
    automountServiceAccountToken: false
    containers:
      - name: runner
        image: ${image}:latest
        command: ['/home/runner/run.sh']
        resources:
          limits:
            nvidia.com/gpu: 1 # as many as the largest \`gpus\` of the registry
        env:
          # What \`requires\` of the registry names. Generic paths: they may be read in public logs.
          - name: GATES_DATA
            value: /data
          - name: GATES_RUNS
            value: /runs
        volumeMounts:
          - name: data
            mountPath: /data
            readOnly: true # no branch may change it
          - name: runs
            mountPath: /runs
    volumes:
      - name: data
        persistentVolumeClaim:
          claimName: gates-data
          readOnly: true
      - name: runs
        emptyDir: {}
`;
}

function dockerfile({ header }: ResolvedTier): string {
  return `# ${header}
# The environment of the gates and none of the code that they judge: it changes when this file does.
# Pin the base by digest (docker buildx imagetools inspect IMAGE), and keep the CUDA version of your driver.
ARG BASE=nvidia/cuda:13.0.1-devel-ubuntu24.04
FROM ghcr.io/actions/actions-runner:latest AS runner

FROM \${BASE}
ARG DEBIAN_FRONTEND=noninteractive
RUN apt-get update \\
  && apt-get install --yes --no-install-recommends \\
    build-essential ca-certificates git iproute2 libicu74 python3 python3-venv util-linux \\
  && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --uid 1001 runner
COPY --from=runner --chown=runner:runner /home/runner /home/runner
USER runner
WORKDIR /home/runner
`;
}

/** Builds the image when one of its own files changes, and by hand; a code change builds nothing. */
function imageWorkflow({ header, image }: ResolvedTier, pins: Pins): string {
  const checkout = pinOf(pins, 'actions/checkout');
  return `# ${header}
name: Gates runner image
on:
  push:
    branches: [main]
    paths:
      - .github/gates/runner.Dockerfile
      - .github/workflows/gates-runner-image.yml
  workflow_dispatch: {}
permissions: {}
concurrency:
  group: gates-runner-image
  cancel-in-progress: false
jobs:
  image:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      contents: read
      packages: write
    steps:
      - uses: actions/checkout@${checkout.sha} # ${checkout.version}
        timeout-minutes: 5
        with:
          persist-credentials: false
      - name: Build and push
        env:
          IMAGE: ${image}
          TOKEN: \${{ github.token }}
          WHO: \${{ github.actor }}
        run: |
          set -euo pipefail
          tag="$IMAGE:\${GITHUB_SHA:0:12}"
          docker build --file .github/gates/runner.Dockerfile --tag "$tag" --tag "$IMAGE:latest" .github/gates
          printf '%s' "$TOKEN" | docker login "\${IMAGE%%/*}" --username "$WHO" --password-stdin
          docker push "$tag"
          docker push "$IMAGE:latest"
          docker logout "\${IMAGE%%/*}"
`;
}

/** Makes the environment: reviewers, no self-review, the default branch alone. Nothing is deployed to it, so no deployment shares its name. */
function environmentScript({ header, environment }: ResolvedTier): string {
  return `# ${header}
# Makes the environment whose reviewers approve runs of tier B. Run it once, as an administrator of the repository:
#   sh gates-environment.sh OWNER/REPOSITORY REVIEWER [REVIEWER...]
# Keep it apart from environments of deployments: approvals of gates give no access to their secrets.
set -eu
repository=\${1:?say OWNER/REPOSITORY}
shift
[ "$#" -gt 0 ] && [ "$#" -le 6 ] || { echo "name one to six reviewers" >&2; exit 2; }
reviewers=
for login; do
  id=$(gh api "users/$login" --jq .id)
  reviewers="$reviewers\${reviewers:+,}{\\"type\\":\\"User\\",\\"id\\":$id}"
done
gh api --method PUT "repos/$repository/environments/${environment}" --input - <<END
{
  "reviewers": [$reviewers],
  "prevent_self_review": true,
  "deployment_branch_policy": { "protected_branches": false, "custom_branch_policies": true }
}
END
branch=$(gh api "repos/$repository" --jq .default_branch)
gh api --method POST "repos/$repository/environments/${environment}/deployment-branch-policies" --field "name=$branch" >/dev/null ||
  echo "the branch policy is there already"
echo "environment ${environment} of $repository: reviewers $*, dispatched on $branch alone"
`;
}
