import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { readJson } from '../read-json.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { managedModel, type ManagedModel } from './managed-model.js';
import { plannedResources, type PlannedResource } from './planned-resource.js';

/** Reads the JSON of a Terraform plan or state: models served by Azure OpenAI, Bedrock and Vertex AI, with region and how far they process. */
export const terraformPlanImporter: Importer = {
  id: 'terraform-plan',
  title: 'Terraform plan (terraform show -json)',
  recognises: (file) => /\.(json|tfplan)$/i.test(file.path) && /"format_version"\s*:/.test(headOf(file, 4_096)) && /"(terraform_version|planned_values|values)"\s*:/.test(headOf(file, 65_536)),
  import: (file, { subject, part }) => {
    const { document, problems: found } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'terraform-plan', [], found);
    const problems: Problem[] = [];
    const resources = plannedResources(document.value);
    const regionOf = regions(document.value, resources);
    const managed = resources.flatMap((resource) => {
      const model = managedModel(resource, regionOf);
      if (model === undefined && /^(azurerm_cognitive_deployment|aws_bedrock_inference_profile|google_vertex_ai_endpoint_with_model_garden_deployment)$/.test(resource.type)) problems.push({ file: file.path, ...document.placeOf(resource.at), code: 'no-model', message: `${resource.address.slice(0, 200)} names no model that the plan knows; give the state after it is applied, or write the model in domicile.yaml`, level: 'warning' });
      return model === undefined || (part !== undefined && part !== resource.address) ? [] : [{ resource, model }];
    });
    if (subject !== undefined && managed.length > 1) problems.push({ file: file.path, line: 1, column: 1, code: 'ambiguous-part', message: `the plan holds ${managed.length} models, so none is taken for '${subject}'; name one as ${file.path}#address`, level: 'warning' });
    const records = managed.flatMap(({ resource, model }) => modelRecords(document, resource, model, managed.length === 1 ? subject : undefined));
    if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'the plan sets up no model of Azure OpenAI, Bedrock or Vertex AI; give the plan that does', level: 'warning' });
    return importResult(file, 'terraform-plan', records, problems);
  },
};

type RegionOf = Parameters<typeof managedModel>[1];

/** Regions of accounts by id and name; those of a provider's configuration where it is a constant. */
function regions(document: unknown, resources: readonly PlannedResource[]): RegionOf {
  const accounts = resources.filter(({ type }) => /^azurerm_(cognitive_account|ai_services)$/.test(type));
  const providers = membersOf(membersOf(membersOf(document)['configuration'])['provider_config']);
  return (reference) => {
    if (reference === 'aws') {
      const region = membersOf(membersOf(membersOf(providers['aws'])['expressions'])['region'])['constant_value'];
      return typeof region === 'string' ? { region: region.slice(0, 100), at: ['configuration', 'provider_config', 'aws', 'expressions', 'region', 'constant_value'] } : undefined;
    }
    const named = accounts.find(({ values }) => typeof reference === 'string' && (values['id'] === reference || reference.endsWith(`/accounts/${shortText(values['name']) ?? ''}`)));
    const account = named ?? (accounts.length === 1 ? accounts[0] : undefined);
    const region = account?.values['location'];
    return account === undefined || typeof region !== 'string' ? undefined : { region: region.slice(0, 100), at: [...account.at, 'location'] };
  };
}

function modelRecords(document: ParsedDocument, resource: PlannedResource, model: ManagedModel, subject: string | undefined): InventoryRecord[] {
  const modelId = recordIdOf(model.model) ?? 'model';
  const owner = subject ?? recordIdOf(resource.address) ?? modelId;
  return [
    recordBuilder(document, 'provider', model.provider, resource.at).state('/kind', 'cloud-model-api', resource.at, 'inferred', 'type of the resource').build(),
    recordBuilder(document, 'model', modelId, model.modelAt).state(model.route === 'closed-api' ? '/apiModelId' : '/source/repository', model.model.slice(0, 200), model.modelAt).state('/version', shortText(model.version), model.modelAt).build(),
    recordBuilder(document, 'deployment', owner, resource.at)
      .state('/name', shortText(resource.values['name'] ?? resource.address), resource.at)
      .state('/model', modelId, model.modelAt)
      .state('/provider', model.provider, resource.at, 'inferred', 'type of the resource')
      .state('/route', model.route, resource.at, 'inferred', 'type of the resource')
      .state('/place/kind', 'managed-api', resource.at, 'inferred', 'type of the resource')
      .state('/place/region', model.region, model.regionAt ?? resource.at)
      .state('/place/scope', model.scope, model.scopeAt, 'inferred', model.scopeNote)
      .build(),
    recordBuilder(document, 'dataFlow', `${owner}/plan-${model.provider}`.slice(0, 256), resource.at)
      .state('/deployment', owner, resource.at)
      .state('/stage', 'prompt', resource.at, 'inferred', 'a served model is sent prompts')
      .state('/to', model.provider, resource.at, 'inferred', 'type of the resource')
      .state('/via', resource.address.slice(0, 200), resource.at)
      .state('/region', model.region, model.regionAt ?? resource.at)
      .state('/scope', model.scope, model.scopeAt, 'inferred', model.scopeNote)
      .state('/undeclared', true, resource.at, 'inferred', 'found in a plan')
      .build(),
  ];
}
