import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledFolder } from '../../files/bundled-folder.js';
import { readPolicyPacks, readTypeEnvironment } from '../../files/read-policy-packs.js';
import { readReference } from '../../files/read-reference.js';
import { type AuditAssets } from './audit-assets.js';

/** Reads the packs and facts that the build compiled, every shipped pack whether recommended or not. */
export async function loadAuditAssets(): Promise<AuditAssets> {
  const compiled = bundledFolder('dist/policies');
  const reference = await readReference(join(compiled, 'reference'));
  const ids = (await readdir(join(compiled, 'packs'))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const { packs } = await readPolicyPacks(ids, { compiled, sources: bundledFolder('policies') }, new Set(reference.controls.keys()));
  return { packs, reference, environment: await readTypeEnvironment(compiled) };
}
