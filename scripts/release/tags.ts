import { compareVersions, movingTag, parseVersion, type Version } from './version.ts';

/** A tag of a repository: its own object, and the commit it stands for. */
export interface TagRef {
  readonly object: string;
  readonly commit: string;
}

export type Tags = ReadonlyMap<string, TagRef>;

/** What a release does to a tag; `from` is the object that it must still be then. */
export interface TagChange {
  readonly tag: string;
  readonly commit: string;
  readonly from: string | undefined;
}

/** What a release does to the tags of one repository. */
export interface TagPlan {
  readonly changes: readonly TagChange[];
  /** Why it cannot be done; then there are no changes. */
  readonly refusal: string | undefined;
}

/** The released versions of a repository, lowest first. */
export function releasedVersions(tags: Tags): Version[] {
  const versions = [...tags.keys()].flatMap((tag) => (tag.startsWith('v') ? [parseVersion(tag.slice(1))] : []));
  return versions.filter((version) => version !== undefined).sort(compareVersions);
}

/**
 * Tags for a version at a commit. A version's tag is made once and never moved. The tag of its major version follows the highest
 * stable one, so that a repair of an older version does not take it back.
 */
export function planTags(version: Version, commit: string, tags: Tags): TagPlan {
  const own = `v${version.text}`;
  const present = tags.get(own);
  if (present !== undefined && present.commit !== commit) {
    return { changes: [], refusal: `${own} is ${present.commit} already and is never moved to ${commit}` };
  }
  const changes: TagChange[] = present === undefined ? [{ tag: own, commit, from: undefined }] : [];
  const moving = movingTag(version);
  if (moving === undefined) return { changes, refusal: undefined };
  const higher = releasedVersions(tags).some(
    (other) => movingTag(other) === moving && compareVersions(other, version) > 0,
  );
  const now = tags.get(moving);
  if (!higher && now?.commit !== commit) changes.push({ tag: moving, commit, from: now?.object });
  return { changes, refusal: undefined };
}
