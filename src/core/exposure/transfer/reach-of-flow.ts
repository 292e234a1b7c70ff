import { type DataFlow } from '../../inventory/data-flow.js';
import { accessLawsAt } from '../../reference/access-laws-at.js';
import { type FactResult } from '../../reference/fact-result.js';
import { type AccessLaw } from '../../reference/jurisdiction-facts.js';
import { type CommonsContext } from '../commons-context.js';
import { type ExposureContext } from '../exposure-context.js';
import { leanOn } from '../lean-on.js';
import { remember } from '../remember.js';
import { type FactUse } from '../subject-view.js';
import { type FlowView } from '../view/flow-view.js';
import { type PartyView } from '../view/party-view.js';
import { countryAdequacy } from './country-adequacy.js';
import { type PlacesOfFlow } from './places-of-flow.js';

type Reach = NonNullable<FlowView['reach']>[number];

interface Contact {
  readonly country: string;
  readonly through: Reach['through'];
  readonly why: string;
}

export interface ReachOfFlow {
  readonly laws: readonly Reach[];
  /** A law outside the EEA that compels disclosure reaches the flow; undefined where a country that matters, or its law, is not known. */
  readonly foreign: boolean | undefined;
  readonly foreignBy: string | undefined;
}

/** Which trigger of a law each contact pulls; whoever reads from a country can be ordered there. */
const triggers: Readonly<Record<Reach['through'], readonly AccessLaw['triggers'][number][]>> = {
  location: ['location'],
  operator: ['operator'],
  parent: ['parent'],
  personnel: ['personnel', 'location'],
  'sub-processor': ['location', 'operator'],
  'key-holder': ['operator'],
};

/**
 * The laws of compelled access that reach a flow, and why: through its location, who operates, who owns the operator, who reads it, who is engaged further.
 * An EU region of a foreign-owned cloud is reached through the parent; a European vendor on such a cloud through its infrastructure.
 */
export function reachOfFlow(context: ExposureContext, uses: FactUse[], flow: DataFlow, places: PlacesOfFlow, parties: readonly PartyView[]): ReachOfFlow {
  const { contacts, complete } = contactsOf(flow, places, parties);
  const laws: Reach[] = [];
  let known = complete;
  for (const contact of contacts) {
    const adequacy = leanOn(uses, '.foreignReach', countryAdequacy(context, contact.country));
    const home = adequacy?.status === 'not-needed' || adequacy?.status === 'adequate';
    const found = lawsOf(context, contact.country).filter(({ value }) => value === undefined || value.triggers.some((trigger) => triggers[contact.through].includes(trigger)));
    const held = found.flatMap((law) => leanOn(uses, '.reach', law) ?? []);
    laws.push(...held.map((law) => reachFrom(contact, law, !home)));
    if (!home && (adequacy === undefined || !held.some((law) => law.compelsDisclosure))) known = false;
  }
  const foreign = laws.find((law) => law.foreign && law.compelsDisclosure);
  const distinct = laws.filter((law, index) => laws.findIndex((other) => other.lawId === law.lawId && other.why === law.why) === index).slice(0, 60);
  return { laws: distinct, foreign: foreign === undefined ? (known ? false : undefined) : true, foreignBy: foreign === undefined ? undefined : `${foreign.law} through ${foreign.why}` };
}

function reachFrom({ country, through, why }: Contact, law: AccessLaw, foreign: boolean): Reach {
  return { jurisdiction: country, law: law.name, lawId: law.id, why: why.slice(0, 200), through, compelsDisclosure: law.compelsDisclosure, foreign };
}

function lawsOf(within: CommonsContext, country: string): readonly FactResult<AccessLaw>[] {
  return remember(within, `access-laws/${country}`, (context) => accessLawsAt(context.reference, country, context.asOf));
}

function contactsOf(flow: DataFlow, places: PlacesOfFlow, parties: readonly PartyView[]): { readonly contacts: readonly Contact[]; readonly complete: boolean } {
  const contacts: Contact[] = [];
  for (const country of new Set([...(places.processing ?? []), ...(places.storage ?? [])])) contacts.push({ country, through: 'location', why: `data in ${country}` });
  for (const party of parties) {
    const name = typeof party.name === 'string' ? party.name : party.id;
    if (party.operatorCountry !== undefined) contacts.push({ country: party.operatorCountry, through: 'operator', why: `operator ${name} in ${party.operatorCountry}` });
    if (party.parentCountry !== undefined) contacts.push({ country: party.parentCountry, through: 'parent', why: `${party.parentName ?? 'the parent'} in ${party.parentCountry}, parent of ${name}` });
  }
  for (const country of flow.accessCountries ?? []) contacts.push({ country, through: 'personnel', why: `support access from ${country}` });
  for (const { name, country } of flow.subProcessors ?? []) if (country !== undefined) contacts.push({ country, through: 'sub-processor', why: `sub-processor ${name} in ${country}` });
  const complete = places.bounded && parties.length > 0 && parties.every((party) => party.operatorCountry !== undefined && party.parentCountry !== undefined) && (flow.subProcessors ?? []).every((one) => one.country !== undefined);
  return { contacts, complete };
}
