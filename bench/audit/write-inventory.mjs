/** Writes the inventory of an invented group of companies: block YAML, as people keep it, most of it in order and some of it not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const countries = ['DE', 'FR', 'NL', 'IE', 'AT', 'ES', 'IT', 'SE', 'PL', 'BE'];
const catalogue = [
  { catalogue: 'llama-3.1-70b', developer: 'Meta', country: 'US', licence: 'LicenseRef-Llama-3.1-Community', availability: 'gated' },
  { catalogue: 'mistral-7b-v0.1', developer: 'Mistral AI', country: 'FR', licence: 'Apache-2.0', availability: 'open' },
  { catalogue: 'mixtral-8x7b-v0.1', developer: 'Mistral AI', country: 'FR', licence: 'Apache-2.0', availability: 'open' },
  { catalogue: 'llama-3.1-8b', developer: 'Meta', country: 'US', licence: 'LicenseRef-Llama-3.1-Community', availability: 'gated' },
];
const digest = (seed) => `${((seed * 2654435761) % 4294967296).toString(16).padStart(8, '0')}abcdef01`.repeat(4);
const day = (index) => `2026-${String(1 + (index % 10)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

/** Writes `files` manifests with `deployments` deployments in all; returns the bytes written. */
export function writeInventory(folder, { deployments, models, files }) {
  mkdirSync(folder, { recursive: true });
  let bytes = write(folder, 'group.domicile.yaml', head(models));
  const each = Math.ceil(deployments / (files - 1));
  for (let file = 1; file < files; file++) {
    const first = (file - 1) * each;
    const entries = Array.from({ length: Math.min(each, deployments - first) }, (_, index) => deployment(first + index, models));
    bytes += write(folder, `unit-${String(file).padStart(3, '0')}.domicile.yaml`, `domicile: 1\neffective: 2026-11-20\ndeployments:\n${entries.join('')}`);
  }
  return bytes;
}

function write(folder, name, text) {
  writeFileSync(join(folder, name), text);
  return Buffer.byteLength(text);
}

function head(models) {
  return `domicile: 1
effective: 2026-11-20
organisation:
  id: group
  name: Group SE
  seat: DE
  sectors: [insurance]
  usersPerMonth: 2000000
  annualRevenueEur: 9000000000
  personalDataPolicyDays: 30
legalEntities:
${countries.map((country) => `  - { id: group-${country.toLowerCase()}, name: Group ${country}, seat: ${country}, sectors: [insurance], usersPerMonth: 100000 }\n`).join('')}providers:
${countries.map((country) => `  - { id: it-${country.toLowerCase()}, name: Group IT ${country}, kind: own, country: ${country}, ultimateParentCountry: DE, reference: self-hosted }\n`).join('')}  - { id: openai, name: OpenAI Ireland Ltd, kind: model-api, country: IE, reference: openai-api, contract: { processingAgreement: true, retentionDays: 30 } }
models:
${Array.from({ length: models }, (_, index) => model(index)).join('')}`;
}

function model(index) {
  const known = catalogue[index % catalogue.length];
  const sha256 = digest(index + 1);
  return `  - id: model-${index}
    name: Model ${index}
    developer: ${known.developer}
    developerCountry: ${known.country}
    catalogue: ${known.catalogue}
    weightsAvailability: ${known.availability}
    remoteCode: false
    source: { hub: registry.group.example, repository: models/model-${index}, revision: ${digest(index + 7).slice(0, 40)}, revisionKind: commit }
    licence: { expression: ${known.licence}, textSha256: ${digest(index + 3)}, termsReadAt: 2026-10-02 }
    evaluatedAt: ${day(index)}
    weights:
      - { id: weights-${index}, file: model.safetensors, format: safetensors, quantisation: BF16, sha256: ${sha256}, publisherSha256: ${sha256}, verification: signature, verifiedAt: ${day(index)}, signerIdentity: ml@group.example, attestation: true, unsafeSerialisation: false }
`;
}

/** Every seventh has a flow to an API without a stated ground, every eleventh leaves something unsaid. */
function deployment(index, models) {
  const country = countries[index % countries.length];
  const provider = `it-${country.toLowerCase()}`;
  const stages = ['prompt', 'completion', 'log', 'backup'];
  return `  - id: service-${index}
    name: Service ${index}
    description: Answers questions of unit ${index % 97} on its own documents.
    owner: Unit ${index % 97}
    legalEntity: group-${country.toLowerCase()}
    purpose: Answer questions on documents of unit ${index % 97}
    useTags: []
    environment: production
    status: live
    criticality: standard
    commercial: true
    usersPerMonth: ${50 + (index % 900)}
    model: model-${index % models}
    provider: ${provider}
    route: self-hosted
    place: { kind: on-premises, provider: ${provider}, region: site-${index % 40}, country: ${country}, scope: site }
    engine: { id: vllm, version: 0.14.0, telemetry: disabled, offline: true${index % 11 === 0 ? '' : ', patchOwner: Platform team'} }
    aiAct: { role: deployer, riskClass: minimal, reasoning: No decision on people, interactsWithPeople: false, generatesContent: false }
    publicName: Service ${index}
    notices: [Built with Llama]
    outputUses: [internal]
    dpia: { status: done, date: ${day(index)}, reference: DPIA-${index} }
    processingRecord: { reference: ROPA-${index}, purposes: true, recipients: true, retention: true, security: true }
    confirmedAt: ${day(index)}
    flows:
${stages.map((stage) => flow(stage, provider, country, 'site')).join('')}${index % 7 === 0 ? flow('failover', 'openai', 'US', 'global') : ''}`;
}

function flow(stage, to, country, scope) {
  return `      - id: ${stage}
        stage: ${stage}
        from: Document store
        to: ${to}
        categories: [user.contact, user.financial]
        subjects: [customer]
        subjectCountries: [${country === 'US' ? 'DE' : country}]
        personalData: true
        specialCategories: false
        processingCountries: [${country}]
        storageCountries: [${country}]
        accessCountries: [${country}]
        scope: ${scope}
${scope === 'site' ? '        transferBasis: { mechanism: not-needed }\n' : ''}        retentionDays: 7
        retentionNeededDays: 30
        encryptedInTransit: true
        encryptedAtRest: true
        keyHolder: deployer
        usedForTraining: false
        subProcessors: []
`;
}
