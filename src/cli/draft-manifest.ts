import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';

/** A manifest of what was found, valid as it stands, with a comment wherever a person has to say something. Flows found in gateways come back through `files`. */
export function draftManifest(snapshot: InventorySnapshot, today: string): string {
  const gateways = snapshot.sources.filter(({ importer }) => importer === 'litellm').map(({ path }) => path);
  const lines = [
    '# yaml-language-server: $schema=node_modules/domicile/policies/schemas/domicile.schema.json',
    "# A draft: lines marked 'fill in' are unknown to an audit until someone writes them.",
    'domicile: 1',
    `effective: ${today}`,
    '',
    'organisation:',
    '  id: my-organisation',
    '  # name: fill in the registered name',
    '  # seat: fill in the country of the seat, such as DE',
    '',
    ...modelLines(snapshot),
    ...deploymentLines(snapshot, gateways),
  ];
  return `${lines.join('\n')}\n`;
}

function modelLines(snapshot: InventorySnapshot): string[] {
  const described = snapshot.models.filter(({ id }) => snapshot.origins.get(`model/${id}`)?.get('')?.some(({ source }) => snapshot.sources[source]?.importer.startsWith('hugging-face')) === true);
  if (described.length === 0) return ['models:', '  - id: my-model', '    # name: fill in', '    # catalogue: fill in the id in the reference facts (domicile facts list models)', ''];
  return [
    'models:',
    ...described.flatMap(({ id, licence }) => [
      `  - id: ${quoted(id)}`,
      `    files: [${filesOf(snapshot, id).map(quoted).join(', ')}]`,
      ...(licence?.expression === undefined ? [`    # licence: { expression: fill in the SPDX id or LicenseRef }${licence?.declaredAs ? ` # the card says ${quoted(licence.declaredAs)}` : ''}`] : []),
      '    # source: { hub: fill in, repository: fill in, revision: fill in the commit, revisionKind: commit }',
    ]),
    '',
  ];
}

function filesOf(snapshot: InventorySnapshot, model: string): string[] {
  const sources = new Set([...(snapshot.origins.get(`model/${model}`)?.values() ?? [])].flat().map(({ source }) => source));
  return [...sources].sort((a, b) => a - b).map((source) => snapshot.sources[source]?.path ?? '').filter((path) => path !== '');
}

function deploymentLines(snapshot: InventorySnapshot, gateways: readonly string[]): string[] {
  const found = snapshot.deployments.length > 0 ? snapshot.deployments.map(({ id }) => id) : ['my-deployment'];
  return ['deployments:', ...found.flatMap((id) => deploymentLine(snapshot, id, gateways))];
}

function deploymentLine(snapshot: InventorySnapshot, id: string, gateways: readonly string[]): string[] {
  const files = snapshot.deployments.some((deployment) => deployment.id === id) ? gateways.map((path) => quoted(`${path}#${id}`)) : [];
  return [
    `  - id: ${quoted(id)}`,
    ...(files.length > 0 ? [`    files: [${files.join(', ')}]`] : []),
    '    environment: production',
    '    status: live',
    '    # purpose: fill in what it is for',
    '    # model: fill in the id of a model above',
    '    # route: fill in self-hosted, managed-open or closed-api',
    '    # provider: fill in the id of who operates it',
    '    # criticality: fill in critical, important, standard or low',
    '    # commercial: fill in true or false',
    '    # usersPerMonth: fill in',
    '    # place: { kind: fill in, country: fill in, scope: fill in }',
    '    # flows: fill in, for each way data takes: id, stage, to, categories, personalData, processingCountries, storageCountries, transferBasis, retentionDays',
  ];
}

/** A YAML scalar that reads back as this very text. */
const quoted = (text: string): string => (/^[A-Za-z0-9][A-Za-z0-9._/+-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|[\d.e+-]+)$/i.test(text) ? text : JSON.stringify(text));
