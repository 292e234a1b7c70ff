import { type Deployment } from '../../inventory/deployment.js';
import { fieldOf } from '../../reference/field-of.js';
import { lookUpLicence } from '../../reference/look-up-licence.js';
import { lookUpProvider } from '../../reference/look-up-provider.js';
import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { type BindingTerms, bindingTerms } from '../lineage/binding-terms.js';
import { partyFacts } from '../party/party-facts.js';
import { type FactUse } from '../subject-view.js';
import { type BindingLicenceView } from './binding-licence-view.js';
import { buildBindingLicence, type LicenceUse } from './build-binding-licence.js';

/**
 * Every licence and contract that binds a deployment. Where a service serves the model, the terms of that service bind,
 * and not the contract under which its maker sells the model elsewhere; the licence of weights binds whoever holds them.
 */
export function licencesOfDeployment(context: ExposureContext, uses: FactUse[], use: LicenceUse): BindingLicenceView[] | undefined {
  const { model, provider, route } = use.deployment;
  if (model === undefined) return undefined;
  const lineage = bindingTerms(context, model);
  uses.push(...lineage.factUses);
  const service = provider === undefined || route === 'self-hosted' ? undefined : serviceTerms(context, uses, provider);
  const kept = service === undefined ? lineage.all : route === 'closed-api' ? [] : lineage.all.filter(({ steps, terms }) => steps.length > 0 || terms?.class !== 'api-terms');
  const all = service === undefined || kept.some(({ id }) => id === service.id) ? kept : [...kept, service];
  return all.slice(0, 20).map((binding) => buildBindingLicence(context, binding, use));
}

function serviceTerms(context: ExposureContext, uses: FactUse[], provider: NonNullable<Deployment['provider']>): BindingTerms | undefined {
  const facts = partyFacts(context.reference, provider, context.providers.get(provider));
  if (facts === undefined) return undefined;
  const found = lookUpProvider(context.reference, facts, context.asOf);
  const id = found.value?.terms === undefined ? undefined : leanOn(uses, '.licences', fieldOf(context.reference, found, 'terms', (known) => known.terms, context.asOf));
  if (id === undefined) return undefined;
  const name = context.providers.get(provider)?.name ?? found.value?.name ?? provider;
  return { id, carriedBy: provider, steps: [], through: `contract with ${name}`, terms: leanOn(uses, '.licences', lookUpLicence(context.reference, id, context.asOf)) };
}
