import { type FindingOfResult } from '../audit/audit-result.js';
import { type DataFlow } from '../inventory/data-flow.js';

/** Whether a finding is about a flow: as its subject, or as an element of the deployment the flow belongs to. */
export function concernsFlow({ subject, element }: Pick<FindingOfResult, 'subject' | 'element'>, { id, deployment }: DataFlow): boolean {
  if (subject === `flow/${id}` || element === `flow/${id}`) return true;
  return deployment !== undefined && subject === `deployment/${deployment}` && element !== undefined && `flow/${id}` === element.replace(/^flow\//, `flow/${deployment}/`);
}
