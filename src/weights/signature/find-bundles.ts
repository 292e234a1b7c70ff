import { type WalkedFile } from '../walk-weights.js';

/** The signatures that lie at the top of the folder: `model.sig` alone where it is there, else every file named like one. */
export function findBundles(files: readonly WalkedFile[]): readonly WalkedFile[] {
  const usual = files.filter(({ path }) => path === 'model.sig');
  return usual.length > 0 ? usual : files.filter(({ path }) => /^[^/]+(\.sig|\.sigstore|\.sigstore\.json|_signature\.json)$/.test(path));
}
