import { FlowError } from '../../core/errors.ts';

/** What tells which profile a repository needs: the texts of its manifests, undefined where there is none. */
export interface Manifests {
  readonly cargoToml: string | undefined;
  readonly packageJson: string | undefined;
  readonly pyproject?: string | undefined;
}

/** A profile and how it was found. */
export interface Detected {
  readonly profile: string;
  readonly why: string;
}

/** The built-in profile that fits; throws a usage error when nothing, or more than one thing, says which. */
export function detectProfile({ cargoToml, packageJson, pyproject }: Manifests): Detected {
  if (cargoToml !== undefined && packageJson !== undefined) {
    throw new FlowError('bad-input', 'the repository has a Cargo.toml and a package.json, so two profiles would fit', {
      at: '--profile',
      fix: 'say which one judges it: --profile cargo, --profile bitnet-rs or --profile node',
    });
  }
  if (cargoToml !== undefined) {
    const feature = hasCpuFeature(cargoToml);
    return feature
      ? { profile: 'bitnet-rs', why: 'Cargo.toml has a feature `cpu`' }
      : { profile: 'cargo', why: 'Cargo.toml is there' };
  }
  if (packageJson !== undefined) return { profile: 'node', why: 'package.json is there' };
  if (pyproject !== undefined) return { profile: 'nmoe', why: 'pyproject.toml is there' };
  throw new FlowError('bad-input', 'no Cargo.toml, package.json or pyproject.toml is at the top of the repository', {
    at: '--profile',
    fix: 'say what judges it: --profile node, cargo, bitnet-rs or nmoe, or your own by --profile NAME --profile-file PATH',
  });
}

/** True when the table `[features]` of a Cargo.toml has the key `cpu`, which the profile bitnet-rs builds with. */
function hasCpuFeature(toml: string): boolean {
  let table = '';
  for (const line of toml.split(/\r?\n/)) {
    const header = /^\s*\[+\s*([^\]]+?)\s*\]+/.exec(line)?.[1];
    if (header !== undefined) table = header;
    else if (table === 'features' && /^\s*["']?cpu["']?\s*=/.test(line)) return true;
  }
  return false;
}
