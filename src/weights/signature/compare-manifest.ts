import { type SignedManifest } from './signed-manifest.js';

export interface SignableFile {
  readonly path: string;
  readonly sha256?: string;
  readonly link: boolean;
}

export interface ManifestComparison {
  readonly matching: readonly string[];
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Here, not in the manifest, and not left out by the signer. */
  readonly added: readonly string[];
  /** Left out by the signer, or beside the one file that was signed. */
  readonly outside: readonly string[];
  /** Links where the signer allowed none. */
  readonly links: readonly string[];
}

/** What the reference implementation never signs. */
const neverSigned = ['.git', '.gitattributes', '.github', '.gitignore'];

/** Puts the signed manifest beside the files. `bundlePath` is the bundle itself, where it lies in the folder. */
export function compareManifest(manifest: SignedManifest, files: readonly SignableFile[], bundlePath: string | undefined): ManifestComparison {
  const { resources, serialization } = manifest.predicate;
  const single = resources.length === 1 && resources[0]?.name === '.';
  const signed = new Map(resources.map(({ name, digest }) => [single ? singleName(manifest, files) : name, digest]));
  const ignored = [...(serialization.ignore_paths ?? []), ...neverSigned];
  const here = new Map(files.map((file) => [file.path, file]));
  const names = [...signed.keys()];
  const present = names.filter((name) => here.get(name)?.sha256 !== undefined);
  const others = files.map(({ path }) => path).filter((path) => !signed.has(path) && path !== bundlePath);
  const isOutside = (path: string): boolean => single || ignored.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  return {
    matching: present.filter((name) => here.get(name)?.sha256 === signed.get(name)),
    changed: present.filter((name) => here.get(name)?.sha256 !== signed.get(name)),
    missing: names.filter((name) => here.get(name)?.sha256 === undefined),
    added: others.filter((path) => !isOutside(path)),
    outside: others.filter(isOutside),
    links: serialization.allow_symlinks === true ? [] : names.filter((name) => here.get(name)?.link === true),
  };
}

/** A manifest of `.` signs one file, named by the subject; where it is alone in the folder under another name, that is the one. */
function singleName(manifest: SignedManifest, files: readonly SignableFile[]): string {
  const name = manifest.subject[0]?.name ?? '.';
  const digest = manifest.predicate.resources[0]?.digest;
  if (files.some(({ path }) => path === name)) return name;
  return files.find(({ sha256 }) => sha256 === digest)?.path ?? name;
}
