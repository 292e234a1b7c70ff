import { type SourceFile } from '../../core/inventory/source-file.js';
import { importSources } from '../import-sources.js';

const source = (path: string, text: string): SourceFile => ({ path, bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) });
const plan = (resources: object[], more: object = {}): string => JSON.stringify({ format_version: '1.2', terraform_version: '1.9.0', planned_values: { root_module: { resources: [], child_modules: [{ resources }] } }, ...more }, null, 1);
const read = (text: string) => {
  const { fragments, problems } = importSources([source('plan.json', text)]);
  const records = fragments.flatMap((fragment) => fragment.records);
  return { of: (kind: string) => records.filter((record) => record.kind === kind).map(({ value }) => value), records, problems };
};
const account = { type: 'azurerm_cognitive_account', address: 'azurerm_cognitive_account.this', values: { name: 'acc', location: 'swedencentral' } };
const azure = (sku: string) => ({ type: 'azurerm_cognitive_deployment', address: 'azurerm_cognitive_deployment.gpt', values: { name: 'gpt', model: [{ format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' }], sku: [{ name: sku }] } });
const bedrock = (id: string) => ({ type: 'aws_bedrock_inference_profile', address: 'data.aws_bedrock_inference_profile.c', values: { inference_profile_id: id } });

describe('Terraform plans', () => {
  it.each([
    ['Standard', 'region'],
    ['GlobalStandard', 'global'],
    ['GlobalProvisionedManaged', 'global'],
    ['DataZoneStandard', 'geography'],
  ])('reads how far the Azure SKU %s processes: %s', (sku, scope) => {
    const { of, problems } = read(plan([account, azure(sku)]));
    expect(of('deployment')).toEqual([expect.objectContaining({ model: 'gpt-4o', provider: 'azure', place: { kind: 'managed-api', region: 'swedencentral', scope } })]);
    expect(of('dataFlow')).toEqual([expect.objectContaining({ to: 'azure', stage: 'prompt', scope, region: 'swedencentral' })]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['eu.anthropic.claude-3-7-sonnet-20250219-v1:0', 'geography'],
    ['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 'geography'],
    ['global.anthropic.claude-3-7-sonnet-20250219-v1:0', 'global'],
  ])('reads the Bedrock profile %s as %s', (id, scope) => {
    const { of } = read(plan([bedrock(id)], { configuration: { provider_config: { aws: { expressions: { region: { constant_value: 'eu-central-1' } } } } } }));
    expect(of('deployment')).toEqual([expect.objectContaining({ model: 'anthropic.claude-3-7-sonnet-20250219-v1:0', place: { kind: 'managed-api', region: 'eu-central-1', scope } })]);
  });

  it('takes the Vertex location global for no place at all, and knows open models', () => {
    const vertex = (location: string) => plan([{ type: 'google_vertex_ai_endpoint_with_model_garden_deployment', address: 'g.d', values: { hugging_face_model_id: 'Qwen/Qwen3-0.6B', location } }]);
    expect(read(vertex('global')).of('deployment')[0]).toMatchObject({ model: 'Qwen/Qwen3-0.6B', route: 'managed-open', place: { scope: 'global' } });
    expect(read(vertex('europe-west4')).of('deployment')[0]).toMatchObject({ place: { region: 'europe-west4', scope: 'region' } });
  });

  it('says which model the plan does not know', () => {
    expect(read(plan([{ ...azure('Standard'), values: { name: 'x' } }])).problems).toEqual([expect.objectContaining({ code: 'no-model', line: expect.any(Number) })]);
  });

  it('asks for the plan where static files are given, at the line of the resource', () => {
    const { problems } = importSources([source('main.tf', '# models\nresource "azurerm_cognitive_deployment" "x" {\n}\n')]);
    expect(problems).toEqual([expect.objectContaining({ code: 'static-terraform', line: 2, level: 'warning', message: expect.stringContaining('terraform show -json') })]);
  });
});
