import { type DeploymentDraft, type FlowDraft } from './deployment-draft.js';

export const emptyFlow: FlowDraft = { stage: 'prompt', from: '', to: '', categories: [], subjectCountries: [], processingCountries: [], retentionDays: '' };

const nothingChosen = { isNew: false, id: '', name: '' };

/** What stands in the form at first. @param owner the unit of who fills it in */
export function emptyDraft(owner: string): DeploymentDraft {
  return {
    name: '', id: '', purpose: '', environment: 'production', status: 'planned',
    model: { ...nothingChosen, developer: '', licence: '' },
    provider: { ...nothingChosen, kind: '', country: '' },
    route: '', engine: '', placeKind: '', region: '', country: '', scope: '',
    flows: [emptyFlow],
    owner, legalEntity: '', criticality: '', usersPerMonth: '',
  };
}
