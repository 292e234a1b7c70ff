import { readFile } from 'node:fs/promises';
import { type AuditInput } from '../core/audit/audit.js';
import { sealFrameworks } from '../core/reference/seal-frameworks.js';
import { sovereigntyLevels } from '../core/sovereignty/sovereignty-levels.js';
import { type SovereigntyResult } from '../core/sovereignty/sovereignty-result.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { readPolicyPacks } from '../files/read-policy-packs.js';
import { readDocument } from './read-document.js';

/** Levels of the EU Cloud Sovereignty Framework for what was audited, by the pack that comes along. */
export async function levelsOf({ snapshot, reference, problems }: Pick<AuditInput, 'snapshot' | 'reference' | 'problems'>): Promise<SovereigntyResult> {
  const file = await readDocument(`${bundledFolder('policies/reference')}/seal.yaml`, readFile, sealFrameworks);
  const framework = 'problems' in file ? undefined : file.value.sealFrameworks[0];
  if (framework === undefined) throw new Error('the facts hold no framework of sovereignty');
  const { packs } = await readPolicyPacks(['eu-sovereignty'], { compiled: bundledFolder('dist/policies'), sources: bundledFolder('policies') }, new Set(reference.controls.keys()));
  const [pack] = packs;
  if (pack === undefined) throw new Error('the pack eu-sovereignty is missing');
  return sovereigntyLevels({ snapshot, reference, framework, pack, problems });
}
