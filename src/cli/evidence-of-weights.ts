import { type InventoryFragment } from '../core/inventory/inventory-fragment.js';
import { type Problem } from '../core/inventory/problem.js';
import { verifyWeights } from '../weights/verify-weights.js';
import { weightFragments } from '../weights/weight-fragments.js';
import { type WeightsReport } from '../weights/weights-report.js';
import { type GivenWeights } from './given-weights.js';
import { UsageError } from './usage-error.js';

export interface WeightsEvidence {
  readonly fragments: readonly InventoryFragment[];
  readonly problems: readonly Problem[];
}

const mostReasons = 10;

/** What the bytes of weights show, as facts beside those that `stated` states; why they are not right, or why it cannot be told, is a warning, since rules judge it. */
export async function evidenceOfWeights({ folders, ...signer }: GivenWeights, stated: readonly InventoryFragment[], asOf: string): Promise<WeightsEvidence> {
  if (signer.key !== undefined && (signer.ca !== undefined || signer.identity !== undefined || signer.issuer !== undefined)) throw new UsageError('--weights-key excludes the other signers of weights; give the key alone, or leave it out');
  const fragments: InventoryFragment[] = [];
  const problems: Problem[] = [];
  for (const { folder, model } of folders) {
    if (model !== undefined && !namesModel(stated, model)) problems.push({ file: folder, code: 'no-such-model', message: `is given as weights of the model '${model}', which no source states; correct its id, or add the model to the manifest` });
    const report = await verified(folder, { ...signer, asOf: new Date(asOf) });
    const found = weightFragments(report, { verifiedAt: asOf, ...(model === undefined ? {} : { model }), idOf: knownIds(stated, model) });
    if (found.length === 0) problems.push({ file: folder, code: 'no-weights', message: 'holds no weights that are known; name the folder of the weight files' });
    fragments.push(...found.map((fragment) => ({ ...fragment, source: { ...fragment.source, path: `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/${fragment.source.path}` } })));
    problems.push(...reasonsOf(folder, report));
  }
  return { fragments, problems };
}

async function verified(folder: string, options: Parameters<typeof verifyWeights>[1]): Promise<WeightsReport> {
  try {
    return await verifyWeights(folder, options);
  } catch (error) {
    throw new UsageError(`the weights in ${folder} cannot be verified (${error instanceof Error ? error.message : String(error)}); give a folder, keys and certificates that can be read`);
  }
}

const namesModel = (stated: readonly InventoryFragment[], model: string): boolean => stated.some(({ records }) => records.some(({ kind, id }) => kind === 'model' && id === model));

/** Weights that a source states under an id of its own keep it: those of the same bytes, else those of the same model and file. */
function knownIds(stated: readonly InventoryFragment[], model: string | undefined): (file: string, sha256: string) => string | undefined {
  const artefacts = stated.flatMap(({ records }) => records.filter(({ kind }) => kind === 'weightArtefact'));
  const baseName = (path: unknown): string => String(path).split('/').at(-1) ?? '';
  return (file, sha256) =>
    (artefacts.find(({ value }) => value['sha256'] === sha256 && (model === undefined || value['model'] === undefined || value['model'] === model)) ?? artefacts.find(({ value }) => model !== undefined && value['model'] === model && value['file'] !== undefined && baseName(value['file']) === baseName(file)))?.id;
}

function reasonsOf(folder: string, { reasons }: WeightsReport): Problem[] {
  const told = reasons.slice(0, mostReasons).map((reason): Problem => ({ file: folder, code: 'weights', message: `${reason}; see 'domicile weights verify ${folder}'`, level: 'warning' }));
  return reasons.length <= mostReasons ? told : [...told, { file: folder, code: 'weights', message: `${reasons.length - mostReasons} more such reasons; see 'domicile weights verify ${folder}'`, level: 'warning' }];
}
