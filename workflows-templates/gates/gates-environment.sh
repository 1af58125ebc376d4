# Generated from src/generator/tier-set.ts by `npm run generate`. Do not edit.
# Makes the environment whose reviewers approve runs of tier B. Run it once, as an administrator of the repository:
#   sh gates-environment.sh OWNER/REPOSITORY REVIEWER [REVIEWER...]
# Keep it apart from environments of deployments: approvals of gates give no access to their secrets.
set -eu
repository=${1:?say OWNER/REPOSITORY}
shift
[ "$#" -gt 0 ] && [ "$#" -le 6 ] || { echo "name one to six reviewers" >&2; exit 2; }
reviewers=
for login; do
  id=$(gh api "users/$login" --jq .id)
  reviewers="$reviewers${reviewers:+,}{\"type\":\"User\",\"id\":$id}"
done
gh api --method PUT "repos/$repository/environments/gates" --input - <<END
{
  "reviewers": [$reviewers],
  "prevent_self_review": true,
  "deployment_branch_policy": { "protected_branches": false, "custom_branch_policies": true }
}
END
branch=$(gh api "repos/$repository" --jq .default_branch)
gh api --method POST "repos/$repository/environments/gates/deployment-branch-policies" --field "name=$branch" >/dev/null ||
  echo "the branch policy is there already"
echo "environment gates of $repository: reviewers $*, dispatched on $branch alone"
