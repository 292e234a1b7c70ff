import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type ParsedDocument } from '../parsed-document.js';
import { recordBuilder } from '../record-builder.js';
import { callbackSinks } from './callback-sinks.js';
import { type GatewayConfig } from './gateway-config.js';
import { providerOfTarget, type TargetProvider } from './provider-of-target.js';
import { reachOfAlias, type ReachedTarget } from './reach-of-alias.js';

export interface GatewayRecords {
  readonly records: readonly InventoryRecord[];
  readonly problems: readonly Problem[];
}

const idOf = (text: string): string => text.replace(/[^A-Za-z0-9._:@/+-]+/g, '-').replace(/^[^A-Za-z0-9]+/, 'any-').slice(0, 200);

/**
 * The flows that a gateway opens for one alias. `deployment` is whose requests they carry; where none is given, the alias itself stands as one.
 */
export function gatewayRecords(file: string, document: ParsedDocument, config: GatewayConfig, alias: string, deployment: string | undefined): GatewayRecords {
  const { targets, dead } = reachOfAlias(config, alias);
  const owner = deployment ?? idOf(alias);
  const records: InventoryRecord[] = [];
  if (deployment === undefined) records.push(recordBuilder(document, 'deployment', owner, ['model_list']).state('/name', `gateway alias ${alias}`.slice(0, 200), ['model_list'], 'inferred', 'a gateway serves this alias').build());
  const problems: Problem[] = dead.map(({ name, at }) => ({ file, ...document.placeOf(at), code: 'unresolved-alias', message: `'${name}' leads to no entry of model_list; add the entry or remove the name`, level: 'warning' }));
  for (const target of targets) {
    const params = config.model_list?.[target.entry]?.litellm_params;
    if (params === undefined) continue;
    const named = providerOfTarget(params.model, params.api_base ?? undefined);
    const provider = named === undefined ? undefined : { ...named, id: idOf(named.id) };
    if (provider === undefined) problems.push({ file, ...document.placeOf(target.at), code: 'unresolved-provider', message: `nothing says who serves '${params.model}'; write it with its provider, such as openai/${params.model}, or give api_base`, level: 'warning' });
    else records.push(providerRecord(document, target, provider));
    records.push(modelRecord(document, target, params.model), flowRecord(document, target, owner, provider, params.region_name ?? params.aws_region_name ?? params.vertex_location ?? undefined));
  }
  for (const sink of targets.length === 0 ? [] : callbackSinks(config)) {
    const id = `${owner}/gateway-callback-${idOf(sink.name)}`;
    records.push(
      recordBuilder(document, 'provider', sink.provider, sink.at).state('/kind', 'observability', sink.at, 'inferred', 'it receives callbacks').state('/endpoints', sink.host === undefined ? undefined : [sink.host], sink.hostAt ?? sink.at).build(),
      recordBuilder(document, 'dataFlow', id, sink.at)
        .state('/deployment', owner, sink.at, 'inferred', 'every request of the gateway passes its callbacks')
        .state('/stage', 'log', sink.at)
        .state('/to', sink.provider, sink.at)
        .state('/via', `${alias}, callback ${sink.name}`, sink.at)
        .state('/undeclared', true, sink.at, 'inferred', 'found in the gateway configuration')
        .build(),
    );
  }
  return { records, problems };
}

function providerRecord(document: ParsedDocument, target: ReachedTarget, provider: TargetProvider): InventoryRecord {
  const base = ['model_list', target.entry, 'litellm_params', 'api_base'];
  return recordBuilder(document, 'provider', provider.id, target.at)
    .state('/kind', provider.selfHosted ? 'own' : undefined, target.at, 'inferred', 'the engine is addressed on a network of its own')
    .state('/endpoints', provider.host === undefined ? undefined : [provider.host], base)
    .build();
}

function modelRecord(document: ParsedDocument, target: ReachedTarget, model: string): InventoryRecord {
  return recordBuilder(document, 'model', idOf(model), target.at)
    .state('/apiModelId', model.slice(model.indexOf('/') + 1).slice(0, 200), target.at, 'inferred', 'name after the provider prefix')
    .build();
}

function flowRecord(document: ParsedDocument, target: ReachedTarget, owner: string, provider: TargetProvider | undefined, region: string | undefined): InventoryRecord {
  return recordBuilder(document, 'dataFlow', `${owner}/gateway-${target.entry}-${idOf(provider?.id ?? 'unknown')}`, target.at)
    .state('/deployment', owner, target.at, 'inferred', 'requests for the alias carry its data')
    .state('/stage', target.fallback ? 'failover' : 'prompt', target.at)
    .state('/to', provider?.id, target.at)
    .state('/via', target.way.join(', ').slice(0, 200), target.at)
    .state('/region', region, ['model_list', target.entry, 'litellm_params'])
    .state('/undeclared', true, target.at, 'inferred', 'found in the gateway configuration')
    .build();
}
