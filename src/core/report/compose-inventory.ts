import { type Deployment } from '../inventory/deployment.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

/** What exists: deployments with their models, providers with the keys of the DORA register, and what sources dispute. */
export function composeInventory(context: ReportContext): SectionBody {
  const { result } = context.input;
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: context.say('inventory.text') },
    deploymentsTable(context),
    { kind: 'heading', level: 2, id: 'providers', text: context.say('inventory.providers') },
    providersTable(context),
    { kind: 'heading', level: 2, id: 'contradictions', text: context.say('inventory.contradictions') },
    result.contradictions.length === 0 ? { kind: 'paragraph', text: context.say('inventory.noContradictions') } : contradictionsTable(context),
  ];
  return { title: context.say('inventory.title'), blocks };
}

function deploymentsTable(context: ReportContext): ReportBlock {
  const { snapshot } = context.input;
  const row = (deployment: Deployment) => {
    const model = snapshot.models.find(({ id }) => id === deployment.model);
    const place = deployment.place;
    const where = [place?.kind === undefined ? undefined : context.say(`place.${place.kind}`), place?.country === undefined ? undefined : context.country(place.country), place?.region === undefined ? undefined : context.show(place.region, 60)];
    return {
      cells: [
        { text: context.nameOfDeployment(deployment.id), strong: true },
        { text: deployment.model === undefined ? context.say('value.notStated') : context.nameOfSubject(`model/${deployment.model}`) },
        { text: model?.licence?.expression === undefined ? context.say('value.notStated') : context.show(model.licence.expression.replace('LicenseRef-', ''), 80) },
        { text: deployment.route === undefined ? context.say('value.notStated') : context.say(`route.${deployment.route}`) },
        { text: where.filter((part) => part !== undefined).join(context.say('list.comma')) || context.say('value.notStated') },
        { text: deployment.criticality === undefined ? context.say('value.notStated') : context.say(`criticality.${deployment.criticality}`) },
      ],
    };
  };
  return {
    kind: 'table',
    columns: [
      { title: context.say('inventory.deployment'), share: 3 },
      { title: context.say('inventory.model'), share: 2.4 },
      { title: context.say('inventory.licence'), share: 2.2 },
      { title: context.say('inventory.route'), share: 1.7 },
      { title: context.say('inventory.place'), share: 2.2 },
      { title: context.say('inventory.criticality'), share: 1.3 },
    ],
    rows: context.deployments.map(row),
    caption: context.say('inventory.deploymentsCaption', { count: context.deployments.length }),
  };
}

function providersTable(context: ReportContext): ReportBlock {
  const { snapshot } = context.input;
  const word = (prefix: string, value: string | undefined): string => (value === undefined ? context.say('value.notStated') : context.say(`${prefix}.${value}`));
  return {
    kind: 'table',
    columns: [
      { title: context.say('inventory.provider'), share: 3 },
      { title: context.say('inventory.kind'), share: 1.7 },
      { title: context.say('inventory.country'), share: 1.5 },
      { title: context.say('inventory.parent'), share: 2.2 },
      { title: context.say('inventory.contract'), share: 2 },
      { title: context.say('inventory.rank'), share: 0.8, set: 'number', align: 'right' },
      { title: context.say('inventory.substitutability'), share: 1.8 },
    ],
    rows: snapshot.providers.map((provider) => ({
      cells: [
        { text: context.nameOfParty(provider.id), strong: true },
        { text: word('providerKind', provider.kind) },
        { text: provider.country === undefined ? context.say('value.notStated') : context.country(provider.country) },
        { text: [provider.ultimateParent === undefined ? undefined : context.show(provider.ultimateParent, 80), provider.ultimateParentCountry === undefined ? undefined : context.country(provider.ultimateParentCountry)].filter((part) => part !== undefined).join(context.say('list.comma')) || context.say('value.notStated') },
        { text: provider.contract?.reference === undefined ? context.say('value.none') : context.show(provider.contract.reference, 60) },
        { text: provider.rank === undefined ? '–' : context.number(provider.rank) },
        { text: word('substitutability', provider.substitutability) },
      ],
    })),
    caption: context.say('inventory.providersCaption'),
  };
}

function contradictionsTable(context: ReportContext): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('inventory.record'), share: 3 },
      { title: context.say('inventory.field'), share: 2 },
      { title: context.say('inventory.claims'), share: 5 },
      { title: context.say('inventory.standing'), share: 2 },
    ],
    rows: context.input.result.contradictions.map(({ record, pointer, claims, decided }) => ({
      cells: [
        { text: context.nameOfSubject(record) },
        { text: context.show(pointer, 120) },
        { text: claims.map(({ value, source, line }) => `${context.show(JSON.stringify(value), 120)} (${context.show(line === undefined ? source : `${source}:${line}`, 160)})`).join('\n') },
        { text: context.say(decided ? 'inventory.decided' : 'inventory.undecided') },
      ],
    })),
    caption: context.say('inventory.contradictionsCaption'),
  };
}
