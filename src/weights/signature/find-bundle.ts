import { type WalkedFile } from '../walk-weights.js';

/** The signature that lies with the weights: `model.sig`, else the only file at the top that is named like one. */
export function findBundle(files: readonly WalkedFile[]): WalkedFile | undefined {
  const usual = files.find(({ path }) => path === 'model.sig');
  if (usual !== undefined) return usual;
  const others = files.filter(({ path }) => /^[^/]+(\.sig|\.sigstore|\.sigstore\.json|_signature\.json)$/.test(path));
  return others.length === 1 ? others[0] : undefined;
}
