import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { namedModel } from '../named-model.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { shortText } from '../short-text.js';
import { type Container, type Placed } from './container.js';
import { engineOf, type FoundEngine } from './engine-of.js';
import { engineSettings, type EngineSettings } from './engine-settings.js';
import { imageParts } from './image-parts.js';
import { literalSecrets } from './literal-secrets.js';
import { outsideProviders } from './outside-provider.js';

type Path = readonly (string | number)[];

/** What a manifest runs under one name. */
export interface Workload {
  readonly id: string;
  readonly name: string;
  readonly at: Path;
  readonly containers: readonly Container[];
  /** Region to which the manifest binds it. */
  readonly region?: Placed & { readonly note?: string };
  /** Adapters beside those of the command line: name and address. */
  readonly adapters?: readonly { readonly name: string; readonly address: string; readonly at: Path }[];
}

/** What a workload says of deployment, model and engine, and which model APIs it is set up to call. A workload with neither says nothing. */
export function workloadRecords(file: string, document: ParsedDocument, workload: Workload): { readonly records: readonly InventoryRecord[]; readonly problems: readonly Problem[] } {
  const problems = workload.containers.flatMap((container) => literalSecrets(file, document, container));
  const serving = workload.containers.map((container) => ({ container, engine: engineOf(container) })).find(({ engine }) => engine !== undefined);
  const deployment = recordBuilder(document, 'deployment', workload.id, workload.at).state('/name', shortText(workload.name), workload.at);
  const records: InventoryRecord[] = [];
  if (serving?.engine !== undefined) records.push(...servingRecords(file, document, workload, serving.container, serving.engine, deployment, problems));
  const flows = workload.containers.flatMap((container) => outsideRecords(document, workload.id, container));
  if (serving === undefined && flows.length === 0) return { records: [], problems };
  deployment.state('/place/region', shortText(workload.region?.text, 100), workload.region?.at ?? workload.at, workload.region?.note === undefined ? 'declared' : 'inferred', workload.region?.note);
  return { records: [deployment.build(), ...records, ...flows], problems };
}

type Builder = ReturnType<typeof recordBuilder>;

function servingRecords(file: string, document: ParsedDocument, workload: Workload, container: Container, engine: FoundEngine, deployment: Builder, problems: Problem[]): InventoryRecord[] {
  const settings = engineSettings(container);
  const model = settings.model === undefined ? undefined : namedModel(settings.model.text, engine.id);
  stateEngine(deployment, container, engine, settings, model?.hub === 'huggingface.co');
  if (model === undefined || settings.model === undefined) {
    const cause = settings.model === undefined ? 'names no model' : `names its model only as '${settings.model.text.slice(0, 60)}', which is filled in elsewhere`;
    problems.push({ file, ...document.placeOf(settings.model?.at ?? container.at), code: 'no-model', message: `'${workload.name}' runs ${engine.id} and ${cause}; write the model as an argument, or in domicile.yaml`, level: 'warning' });
    return [];
  }
  const at = settings.model.at;
  deployment.state('/model', model.id, at);
  const record = recordBuilder(document, 'model', model.id, at)
    .state('/name', model.repository === undefined ? shortText(settings.model.text) : undefined, at, 'inferred', 'the name the engine is given')
    .state('/source/hub', model.hub, at, 'inferred', 'where the engine looks a name of this form up')
    .state('/source/repository', shortText(model.repository, 300), at)
    .state('/source/revision', shortText(settings.revision?.text ?? model.revision), settings.revision?.at ?? at)
    .state('/remoteCode', settings.remoteCode === undefined ? undefined : true, settings.remoteCode?.at ?? at);
  return [record.build(), ...adapterRecords(document, workload, settings, model.id)];
}

function stateEngine(deployment: Builder, container: Container, engine: FoundEngine, settings: EngineSettings, fromHub: boolean): void {
  const { image } = container;
  const parts = image === undefined ? {} : imageParts(image.text);
  const imageAt = image?.at ?? engine.at;
  deployment
    .state('/engine/id', engine.id, engine.at, 'inferred', engine.note)
    .state('/engine/image', shortText(image?.text, 500), imageAt)
    .state('/engine/imageDigest', shortText(parts.digest, 100), imageAt)
    .state('/engine/version', parts.tag !== undefined && /\d/.test(parts.tag) && engine.note !== 'told by its command' ? parts.tag.slice(0, 60) : undefined, imageAt, 'inferred', 'tag of the image')
    .state('/route', 'self-hosted', engine.at, 'inferred', 'the manifest runs the engine')
    .state('/quantisation', shortText(settings.quantisation?.text, 60), settings.quantisation?.at ?? engine.at);
  if (settings.noUsageStatistics !== undefined) deployment.state('/engine/telemetry', 'disabled', settings.noUsageStatistics.at);
  else if (!container.moreEnvironment && (engine.id === 'vllm' || engine.id === 'tgi')) deployment.state('/engine/telemetry', 'default', engine.at, 'inferred', 'nothing switches usage statistics off');
  if (settings.offline !== undefined) deployment.state('/engine/offline', /^(1|true|on|yes)$/i.test(settings.offline.text), settings.offline.at);
  else if (!container.moreEnvironment && fromHub) deployment.state('/engine/offline', false, engine.at, 'inferred', 'the model is named by its hub repository and nothing switches the hub client off');
}

function adapterRecords(document: ParsedDocument, workload: Workload, settings: EngineSettings, parent: string): InventoryRecord[] {
  const named = settings.adapters.flatMap(({ text, at }) => (text.startsWith('{') ? [] : [{ address: text.slice(text.indexOf('=') + 1), at }]));
  return [...named, ...(workload.adapters ?? [])].flatMap(({ address, at }) => {
    const adapter = namedModel(address);
    if (adapter === undefined) return [];
    const model = recordBuilder(document, 'model', adapter.id, at).state('/source/hub', adapter.hub, at, 'inferred', 'form of the address').state('/source/repository', shortText(adapter.repository, 300), at);
    const edge = recordBuilder(document, 'lineageEdge', `${adapter.id} adapter ${parent}`, at).state('/child', adapter.id, at).state('/parent', parent, at).state('/relation', 'adapter', at);
    return [model.build(), edge.build()];
  });
}

function outsideRecords(document: ParsedDocument, deployment: string, container: Container): InventoryRecord[] {
  return outsideProviders(container).flatMap(({ id, entry, host }) => [
    recordBuilder(document, 'provider', id, entry.at).state('/endpoints', host === undefined ? undefined : [host], entry.at).build(),
    recordBuilder(document, 'dataFlow', `${deployment}/env-${id}`, entry.at)
      .state('/deployment', deployment, entry.at)
      .state('/stage', 'prompt', entry.at, 'inferred', `the container is given ${entry.name}`)
      .state('/to', id, entry.at, 'inferred', `${entry.name} belongs to its client`)
      .state('/via', entry.name.slice(0, 200), entry.at)
      .state('/undeclared', true, entry.at, 'inferred', 'found in a manifest')
      .build(),
  ]);
}
