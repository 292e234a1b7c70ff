import { type Deployment } from '../../inventory/deployment.js';
import { recordKey } from '../../inventory/record-key.js';
import { retirementOf } from '../../reference/retirement-of.js';
import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { catalogueOf } from '../lineage/catalogue-of.js';
import { partyFacts } from '../party/party-facts.js';
import { type FactUse } from '../subject-view.js';
import { type DeploymentView } from './deployment-view.js';

/** What the provider of an API model had announced of its end by the instant; undefined where no claim is recorded, which is no promise that it stays. */
export function serviceEndOf(context: ExposureContext, uses: FactUse[], { provider, model }: Deployment): DeploymentView['serviceEnd'] {
  if (provider === undefined || model === undefined || context.disputes.get(recordKey('model', model))?.has('/apiModelId')) return undefined;
  const facts = partyFacts(context.reference, provider, context.providers.get(provider));
  if (facts === undefined) return undefined;
  const names = [context.models.get(model)?.apiModelId, model, catalogueOf(context, model)?.value?.id];
  for (const name of names) {
    const found = name === undefined ? undefined : retirementOf(context.reference, facts, name, context.asOf);
    if (found === undefined || found.state === 'absent') continue;
    const at = leanOn(uses, '.serviceEnd', found);
    if (at === undefined) return undefined;
    const { retirement, past, days } = at;
    const { effect, date, replacement } = retirement;
    return { effect, past, ...(date === undefined ? {} : { date }), ...(days === undefined ? {} : { days }), ...(replacement === undefined ? {} : { replacement }) };
  }
  return undefined;
}
