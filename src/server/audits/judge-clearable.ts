import { type AuditResult, type FindingOfResult } from '../../core/audit/audit-result.js';
import { engineName } from '../../core/audit/engine-name.js';
import { blocks, defaultGate } from '../../core/audit/gate.js';
import { openExposure } from '../../core/exposure/open-exposure.js';
import { type ExposureContext } from '../../core/exposure/exposure-context.js';
import { runningWeights } from '../../core/exposure/view/running-weights.js';
import { assembleSnapshot } from '../../core/inventory/assemble-snapshot.js';
import { type Deployment } from '../../core/inventory/deployment.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { type AuditAssets } from './audit-assets.js';
import { type StoredAudit } from './check-task.js';
import { choosePacks } from './choose-packs.js';
import { type Clearable } from './clearable.js';
import { clearancePack } from './clearance-pack.js';
import { gatherInventory } from './gather-inventory.js';
import { layFactsOver } from './lay-facts-over.js';

/** Looks at a stored audit for everything that stands against clearing a deployment. Findings of the clearance itself do not: a new one is their remedy. */
export function judgeClearable({ input, result: json }: StoredAudit, id: string, assets: AuditAssets): Clearable {
  const { fragments, settings } = gatherInventory(input);
  const result = JSON.parse(json) as AuditResult;
  const reference = layFactsOver(assets.reference, input, settings.facts);
  const context = openExposure(assembleSnapshot(fragments, input.asOf), reference, input.asOf);
  const deployment = context.deployments.get(id);
  if (deployment === undefined || deployment.status === 'retired') return { weights: [], against: [`deployment/${id} is ${deployment === undefined ? 'not in that audit' : 'retired, so that audit did not judge it'}; check its id`], waivers: [] };
  const subjects = subjectsOf(deployment);
  const concerning = result.findings.filter((finding) => finding.pack !== clearancePack && demands(finding) && (subjects.includes(finding.subject) || (finding.subject.startsWith('organisation/') && blocks({ ...finding, waived: false, isNew: true }, defaultGate))));
  const waived = concerning.filter(isWaived);
  const asked = choosePacks(assets.packs, input.own, settings.packs).filter((pack) => pack.id !== clearancePack);
  return {
    ...artefactsOf(context, deployment),
    against: [
      ...notJudged(result, subjects),
      ...asked.filter(({ id: pack, version, digest }) => bare(result.digests.packs[`${pack}@${version}`]) !== bare(digest)).map(({ id: pack, version }) => `the pack ${pack} ${version} was not asked; audit again without naming packs`),
      ...(result.engine === engineName ? [] : [`that audit is by ${result.engine}, and ${engineName} runs now; audit again`]),
      ...(bare(result.digests.facts) === bare(reference.digest) ? [] : ['the reference facts have changed since; audit again']),
      ...result.problems.filter(({ level }) => level !== 'warning').map(({ file, message }) => `${file}: ${message}`),
      ...concerning.filter((finding) => !isWaived(finding)).map(({ ruleId, verdict, subject, element, message }) => `${ruleId} ${verdict}: ${[subject, element].filter(Boolean).join(' ')}: ${message}`),
      ...unclear(context, deployment),
    ],
    waivers: waived.flatMap(({ waiver }) => (waiver === null ? [] : [{ id: waiver.id, expiresAt: waiver.expiresAt }])),
  };
}

const bare = (digest: string | undefined): string | undefined => digest?.replace(/^sha256:/, '');
/** What is of severity info tells how far something goes, and asks for nothing. */
const demands = ({ severity, verdict }: FindingOfResult): boolean => severity !== 'info' || verdict === 'error';
const isWaived = ({ waiver }: FindingOfResult): boolean => waiver !== null && waiver.state !== 'expired';

function subjectsOf({ id, model }: Deployment): readonly string[] {
  return [recordKey('deployment', id), ...(model === undefined ? [] : [recordKey('model', model)])];
}

function notJudged({ part }: AuditResult, subjects: readonly string[]): readonly string[] {
  return part === undefined ? [] : subjects.filter((subject) => !part.subjects.includes(subject)).map((subject) => `${subject} is not in the part that was audited; audit it too`);
}

function artefactsOf(context: ExposureContext, deployment: Deployment): Pick<Clearable, 'weights' | 'imageDigest'> {
  const weights = (runningWeights(context, deployment) ?? []).flatMap(({ id, sha256 }) => (sha256 === undefined ? [] : [{ artefact: id, sha256 }]));
  const imageDigest = deployment.engine?.imageDigest;
  return { weights, ...(imageDigest === undefined ? {} : { imageDigest }) };
}

/** What cannot be cleared since nobody knows what it is. */
function unclear(context: ExposureContext, deployment: Deployment): readonly string[] {
  const { engine, route } = deployment;
  const key = recordKey('deployment', deployment.id);
  const disputed = ['/engine/image', '/engine/imageDigest'].filter((pointer) => context.disputes.get(key)?.has(pointer));
  const image =
    disputed.length > 0
      ? [`sources contradict each other on ${disputed.join(' and ')} of ${key}; settle it`]
      : engine === undefined
        ? [`nothing is recorded of the engine of ${key}; record it with its image and imageDigest, or its id where it is run from no image`]
        : engine.image !== undefined && engine.imageDigest === undefined
          ? [`the image ${engine.image} of ${key} has no imageDigest; record the one that runs`]
          : [];
  if (route !== 'self-hosted') return [`${key} is ${route === undefined ? 'of a route that nobody states' : `of the route ${route}, so that its weights are with somebody else`}; cleared is what is self-hosted`, ...image];
  const files = runningWeights(context, deployment) ?? [];
  const unnamed = files.filter(({ sha256 }) => sha256 === undefined).map(({ id, file }) => `${recordKey('weightArtefact', id)}${file === undefined ? '' : ` (${file})`} has no sha256; record the digest of its bytes`);
  return [...(files.length === 0 ? [`no weight file is listed of the model that ${key} runs, or of one that it is loaded onto; record them under weights`] : unnamed), ...image];
}
