import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { jurisdictionCode } from '../../core/inventory/jurisdiction-code.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { type BomService } from './bom-schema.js';
import { domicileProperties } from './domicile-properties.js';

type Path = readonly (string | number)[];

const scopes = ['site', 'region', 'geography', 'global', 'unknown'];

/** A service as recipient: who provides it, and one flow for each kind of data that enters or leaves it. */
export function serviceRecords(document: ParsedDocument, service: BomService, at: Path, deployment: string | undefined): InventoryRecord[] {
  const own = domicileProperties(service.properties);
  const hosts = (service.endpoints ?? []).flatMap((endpoint) => /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#\s]+)/i.exec(endpoint)?.[1]?.toLowerCase() ?? []);
  const id = recordIdOf(service.provider?.name ?? hosts[0] ?? service.name) ?? 'service';
  const property = (key: string): Path => [...at, 'properties', own.get(key)?.index ?? 0, 'value'];
  const country = (key: string): string | undefined => (jurisdictionCode.safeParse(own.get(key)?.value).success ? own.get(key)?.value : undefined);
  const address = service.provider?.address?.country;
  const provider = recordBuilder(document, 'provider', id, at)
    .state('/name', shortText(service.provider?.name), [...at, 'provider', 'name'])
    .state('/endpoints', [...new Set(hosts)].slice(0, 50), [...at, 'endpoints']);
  if (country('operator-country') !== undefined) provider.state('/country', country('operator-country'), property('operator-country'));
  else if (jurisdictionCode.safeParse(address).success) provider.state('/country', address, [...at, 'provider', 'address', 'country']);
  provider.state('/ultimateParentCountry', country('operator-parent-country'), property('operator-parent-country'));
  const flows = (service.data ?? []).slice(0, 1_000).map((data, index) => {
    const place = [...at, 'data', index];
    const leaves = data.flow === 'outbound';
    const key = data.name ?? String(index);
    const flowProperty = (name: string) => own.get(`flow:${key}:${name}`) ?? own.get(`${key}:${name}`);
    const days = Number(flowProperty('retention')?.value ?? Number.NaN);
    const category = flowProperty('data-category')?.value ?? data.classification;
    const flow = recordBuilder(document, 'dataFlow', recordIdOf(`${deployment ?? id}/${service.name}-${key}`) ?? `${id}/${index}`, place)
      .state('/deployment', deployment, place, 'inferred', 'the service stands in the document of this application')
      .state('/from', leaves ? shortText(service.name) : undefined, [...at, 'name'])
      .state('/to', leaves ? undefined : id, place)
      .state('/via', shortText(service.name), [...at, 'name'])
      .state('/categories', /^(user|system)(\.|$)/.test(category) ? [category.slice(0, 120)] : undefined, [...place, 'classification'])
      .state('/personalData', /\b(pii|personal)/i.test(data.classification) ? true : undefined, [...place, 'classification'], 'inferred', `classified as ${data.classification.slice(0, 60)}`)
      .state('/region', shortText(own.get('processing-region')?.value, 100), property('processing-region'))
      .state('/scope', scopes.find((scope) => scope === own.get('processing-scope')?.value), property('processing-scope'))
      .state('/retentionDays', Number.isInteger(days) && days >= 0 && days <= 36_500 ? days : undefined, place)
      .state('/accessCountries', country('support-access-country') === undefined ? undefined : [country('support-access-country')], property('support-access-country'));
    const training = flowProperty('used-for-training')?.value;
    if (training === 'true' || training === 'false') flow.state('/usedForTraining', training === 'true', place);
    return flow.build();
  });
  const inner = (service.services ?? []).flatMap((nested, index) => serviceRecords(document, nested, [...at, 'services', index], deployment));
  return [provider.build(), ...flows, ...inner];
}
