import { type Deployment } from '../../inventory/deployment.js';
import { recordKey } from '../../inventory/record-key.js';
import { type ExposureContext } from '../exposure-context.js';
import { type DeploymentView } from './deployment-view.js';

/** The legal entity that holds the licences and answers for the data of a deployment, or else the organisation. */
export function findLicensee(context: ExposureContext, deployment: Deployment | undefined): DeploymentView['licensee'] {
  const { organisation } = context.snapshot;
  if (deployment !== undefined && context.disputes.get(recordKey('deployment', deployment.id))?.has('/legalEntity')) return undefined;
  if (deployment?.legalEntity === undefined) {
    if (organisation === undefined) return undefined;
    const { id, name, seat, usersPerMonth, annualRevenueEur } = organisation;
    return { id, name, seat, usersPerMonth, annualRevenueEur };
  }
  const entity = context.entities.get(deployment.legalEntity);
  if (entity === undefined) return { id: deployment.legalEntity };
  const { id, name, seat } = entity;
  return { id, name, seat, usersPerMonth: largest(entity.usersPerMonth, organisation?.usersPerMonth), annualRevenueEur: largest(entity.annualRevenueEur, organisation?.annualRevenueEur) };
}

/** Licence clauses count the licensee with its affiliates, so the larger number of the two stands. */
function largest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined ? other : other === undefined ? one : Math.max(one, other);
}
