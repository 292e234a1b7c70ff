import { type ComponentEvidence } from './component-evidence.js';
import { type OsaidElements } from './openness-rules.js';

/** `yes` means that nothing in the record speaks against it: a candidate. The OSI certifies no model. */
export interface OsaidJudgement {
  readonly verdict: 'yes' | 'no' | 'unknown';
  readonly reasons: readonly string[];
}

/**
 * Open Source AI Definition 1.0 (Open Source Initiative, 2024-10-28), as far as a record of components and licences can tell:
 * parameters, code and data information under terms the OSI approves. What the record does not show is unknown, never assumed.
 */
export function judgeOsaid(evidence: readonly ComponentEvidence[], { parameters, trainingCode, otherCode, datasets, dataDocuments }: OsaidElements): OsaidJudgement {
  const byId = new Map(evidence.map((one) => [one.component.id, one]));
  const refusals: string[] = [];
  const doubts: string[] = [];
  const weigh = (id: number, absent: string[]): void => {
    const one = byId.get(id);
    if (one === undefined) return;
    if (one.state === 'missing') absent.push(`${one.component.name} is not part of the release`);
    else if (one.state === 'unlicensed') absent.push(`${one.component.name} has no licence`);
    else if (one.likelyLicence !== undefined) doubts.push(`${one.component.name} is under '${one.licence}', which may mean ${one.likelyLicence}`);
    else if (one.state === 'not-open') refusals.push(`${one.component.name} is under '${one.licence}', which no list counts as open`);
    else if (!one.osiApproved) doubts.push(`${one.component.name} is under ${one.licence}, which is open but not approved by the OSI`);
  };
  weigh(parameters, refusals);
  weigh(trainingCode, refusals);
  for (const id of otherCode) weigh(id, doubts);
  weighDataInformation(byId.get(datasets), dataDocuments.map((id) => byId.get(id)), refusals, doubts);
  if (refusals.length > 0) return { verdict: 'no', reasons: refusals };
  return doubts.length > 0 ? { verdict: 'unknown', reasons: doubts } : { verdict: 'yes', reasons: ['parameters, code and data information are released under approved terms; the record cannot show how complete they are'] };
}

function weighDataInformation(data: ComponentEvidence | undefined, documents: readonly (ComponentEvidence | undefined)[], refusals: string[], doubts: string[]): void {
  const present = [data, ...documents].filter((one) => one !== undefined && one.state !== 'missing');
  if (present.length === 0) refusals.push('no datasets, data card, paper or report tells of the training data');
  else if (data?.state !== 'open') doubts.push('the datasets are not released under an open licence, and whether the documents describe them in full cannot be read from the record');
  else if (!documents.some((one) => one?.state === 'open')) doubts.push('no data card, paper or report under an open licence describes the datasets');
}
