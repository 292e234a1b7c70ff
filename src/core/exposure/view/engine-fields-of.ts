import { type Deployment } from '../../inventory/deployment.js';
import { fieldOf } from '../../reference/field-of.js';
import { lifecycleAt } from '../../reference/lifecycle-at.js';
import { lookUpEngine } from '../../reference/look-up-engine.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { remember } from '../remember.js';
import { type FactUse } from '../subject-view.js';
import { type DeploymentView } from './deployment-view.js';

type Engine = NonNullable<DeploymentView['engine']>;

interface EngineKnown {
  readonly fields: Partial<Engine>;
  readonly telemetry: boolean | undefined;
  readonly factUses: readonly FactUse[];
}

/** A serving engine with its maintenance at the instant and what it sends out unasked. */
export function engineFieldsOf(context: CommonsContext, engine: Deployment['engine'], uses: FactUse[]): Engine | undefined {
  if (engine?.id === undefined) return engine;
  const known = knownOf(context, engine.id);
  uses.push(...known.factUses);
  const { telemetry } = engine;
  const sends = telemetry === 'disabled' ? false : telemetry === 'enabled' ? true : telemetry === 'default' ? known.telemetry : undefined;
  return { ...engine, ...known.fields, ...(sends === undefined ? {} : { sendsTelemetry: sends }) };
}

function knownOf(within: CommonsContext, id: string): EngineKnown {
  return remember(within, `engine/${id}`, (context) => {
    const factUses: FactUse[] = [];
    const found = lookUpEngine(context.reference, id, context.asOf);
    const lifecycle = leanOn(factUses, '.engine.lifecycle', lifecycleAt(context.reference, id, context.asOf));
    const telemetry = found.value === undefined ? undefined : leanOn(factUses, '.engine.sendsTelemetry', fieldOf(context.reference, found, 'telemetry', (facts) => facts.telemetry, context.asOf));
    const fields: Partial<Engine> = {
      name: found.value?.name,
      telemetryTo: telemetry?.destination,
      telemetryOptOut: telemetry?.optOut.join(' or ').slice(0, 500) || undefined,
      lifecycle: lifecycle?.status,
      successors: found.value?.successors?.join(', ').slice(0, 300),
    };
    return { fields, telemetry: sentByDefault(telemetry?.default), factUses };
  });
}

/** Finding none in the source is no proof that there is none. */
function sentByDefault(setting: 'on' | 'off' | 'on-in-container' | 'none-found' | 'conditional' | 'unclear' | undefined): boolean | undefined {
  if (setting === 'on' || setting === 'on-in-container') return true;
  return setting === 'off' ? false : undefined;
}
