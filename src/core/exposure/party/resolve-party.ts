import { type Provider } from '../../inventory/provider.js';
import { recordKey } from '../../inventory/record-key.js';
import { fieldOf } from '../../reference/field-of.js';
import { isMember } from '../../reference/is-member.js';
import { lookUpProvider } from '../../reference/look-up-provider.js';
import { parentAt } from '../../reference/parent-at.js';
import { type ProviderFacts } from '../../reference/provider-facts.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { remember } from '../remember.js';
import { type Resolved } from '../resolved.js';
import { type FactUse } from '../subject-view.js';
import { type PartyView } from '../view/party-view.js';
import { withDisputes } from '../with-disputes.js';
import { partyFacts } from './party-facts.js';
import { ultimateEntity } from './ultimate-entity.js';

/** What the facts call a kind of provider, in the words of the inventory. */
const kindOf: Readonly<Record<ProviderFacts['kind'], NonNullable<Provider['kind']>>> = {
  'model-api': 'model-api',
  'cloud-model-api': 'cloud-model-api',
  'inference-cloud': 'cloud-model-api',
  'model-and-platform': 'model-api',
  'dedicated-hosting': 'cloud',
  cloud: 'cloud',
  gateway: 'gateway',
  observability: 'observability',
  'model-hub': 'model-hub',
  'self-hosted': 'own',
};

/** The party behind an id: a provider of the inventory, a legal entity, the organisation itself, or a provider only the facts know. */
export function resolveParty(within: CommonsContext, id: string): Resolved<PartyView> {
  return remember(within, `party/${id}`, (context) => {
    const provider = context.providers.get(id);
    if (provider !== undefined) return providerParty(context, provider, recordKey('provider', id));
    if (context.entities.has(id) || context.snapshot.organisation?.id === id) return ownParty(context, id);
    return providerParty(context, { id }, undefined);
  });
}

function ownParty(context: CommonsContext, id: string): Resolved<PartyView> {
  const entity = context.entities.get(id);
  const organisation = context.snapshot.organisation;
  const record = entity === undefined ? recordKey('organisation', id) : recordKey('legalEntity', id);
  const seat = entity === undefined ? organisation?.seat : entity.seat;
  const top = entity === undefined ? organisation : ultimateEntity(context, entity);
  const view: PartyView = { id, name: entity?.name ?? organisation?.name, own: true, recorded: true, country: seat, operatorCountry: seat, parentName: top?.name ?? top?.id, parentCountry: top?.seat };
  return { view, origins: () => [{ path: '', record, pointer: '' }, ...['.country', '.operatorCountry'].map((path) => ({ path, record, pointer: '/seat' }))], factUses: [], grafts: new Map() };
}

function providerParty(context: CommonsContext, provider: Provider, record: string | undefined): Resolved<PartyView> {
  const factUses: FactUse[] = [];
  const facts = partyFacts(context.reference, provider.id, provider);
  const disputes = record === undefined ? undefined : context.disputes.get(record);
  const own = ownOf(context, provider, facts, disputes);
  const view: PartyView = {
    ...provider,
    recorded: record !== undefined || facts !== undefined,
    ...(provider.kind === undefined && facts !== undefined ? { kind: kindOf[context.reference.providers.get(facts)?.kind ?? 'gateway'] } : {}),
    ...(own === undefined ? {} : { own }),
    ...operatorOf(context, factUses, provider, facts, own, disputes),
    ...parentOf(context, factUses, provider, facts, own, disputes),
    ...practicesOf(context, factUses, provider, facts, disputes),
    transfersCertified: provider.dpfCertified,
  };
  return { view: withDisputes(view, disputes), origins: () => (record === undefined ? [] : originsOf(record)), factUses, grafts: new Map() };
}

function originsOf(record: string) {
  const derived: readonly (readonly [string, string])[] = [
    ['', ''],
    ['.operatorCountry', '/country'],
    ['.parentName', '/ultimateParent'],
    ['.parentCountry', '/ultimateParentCountry'],
    ['.keepsDays', '/contract/retentionDays'],
    ['.transfersCertified', '/dpfCertified'],
  ];
  return derived.map(([path, pointer]) => ({ path, record, pointer }));
}

type Disputes = ReadonlySet<string> | undefined;

function ownOf(context: CommonsContext, { kind }: Provider, facts: string | undefined, disputes: Disputes): boolean | undefined {
  if (disputes?.has('/kind')) return undefined;
  if (kind !== undefined) return kind === 'own';
  return facts === undefined ? undefined : context.reference.providers.get(facts)?.selfHosted;
}

function operatorOf(context: CommonsContext, uses: FactUse[], provider: Provider, facts: string | undefined, own: boolean | undefined, disputes: Disputes): Partial<PartyView> {
  if (disputes?.has('/country')) return {};
  if (provider.country !== undefined) return { operatorCountry: provider.country };
  if (own === true) return withCountry(context.snapshot.organisation?.seat);
  if (facts === undefined) return {};
  const found = lookUpProvider(context.reference, facts, context.asOf);
  const seat = context.snapshot.organisation?.seat;
  const european = seat === undefined || isMember(context.reference, seat, 'EEA', context.asOf) === true;
  const local = european ? leanOn(uses, '.operatorCountry', fieldOf(context.reference, found, 'contractingEntityEu', (known) => known.contractingEntityEu?.country, context.asOf)) : undefined;
  return withCountry(local ?? leanOn(uses, '.operatorCountry', fieldOf(context.reference, found, 'country', (known) => known.country, context.asOf)));
}

function withCountry(country: string | undefined): Partial<PartyView> {
  return country === undefined ? {} : { operatorCountry: country };
}

function parentOf(context: CommonsContext, uses: FactUse[], provider: Provider, facts: string | undefined, own: boolean | undefined, disputes: Disputes): Partial<PartyView> {
  if (disputes?.has('/ultimateParentCountry') || disputes?.has('/ultimateParent')) return {};
  const name = provider.ultimateParent;
  if (provider.ultimateParentCountry !== undefined) return { parentName: name ?? provider.name ?? provider.id, parentCountry: provider.ultimateParentCountry };
  if (own === true) {
    const organisation = context.snapshot.organisation;
    return { parentName: organisation?.name ?? organisation?.id, parentCountry: organisation?.seat };
  }
  if (facts === undefined) return name === undefined ? {} : { parentName: name };
  const at = leanOn(uses, '.parentCountry', parentAt(context.reference, facts, context.asOf));
  if (at === undefined) return name === undefined ? {} : { parentName: name };
  const { parent, pending } = at;
  return {
    parentName: name ?? parent.name,
    ...(parent.country === undefined ? {} : { parentCountry: parent.country }),
    ...(pending === undefined ? {} : { parentChange: `${pending.name}${pending.country === undefined ? '' : ` (${pending.country})`}` }),
  };
}

function practicesOf(context: CommonsContext, uses: FactUse[], provider: Provider, facts: string | undefined, disputes: Disputes): Partial<PartyView> {
  const found = facts === undefined ? undefined : lookUpProvider(context.reference, facts, context.asOf);
  const ask = <Field>(path: string, field: string, pick: (known: ProviderFacts) => Field): Field | undefined =>
    found?.value === undefined || pick(found.value) === undefined ? undefined : leanOn(uses, path, fieldOf(context.reference, found, field, pick, context.asOf));
  const trains = ask('.trainsByDefault', 'trainsByDefault', (known) => known.trainsByDefault?.value);
  const offer = ask('.zeroRetentionOffer', 'zeroRetention', (known) => known.zeroRetention?.value);
  const keeps = disputes?.has('/contract/retentionDays') ? undefined : keptBy(provider) ?? ask('.keepsDays', 'retention', (known) => known.retention?.days);
  return {
    ...(trains === undefined || trains === 'unknown' ? {} : { trainsByDefault: trains }),
    ...(offer === undefined || offer === 'unknown' ? {} : { zeroRetentionOffer: offer }),
    ...(keeps === undefined ? {} : { keepsDays: keeps }),
  };
}

function keptBy({ contract }: Provider): number | undefined {
  return contract?.retentionDays ?? (contract?.zeroRetention === 'approved-in-writing' ? 0 : undefined);
}
