import { recordIdOf } from './record-id-of.js';

/** A model as a manifest names it: by hub repository, registry tag, address or path. */
export interface NamedModel {
  readonly id: string;
  readonly hub?: string;
  readonly repository?: string;
  readonly revision?: string;
}

/** Reads the name by which an engine is told its model; undefined where the name is filled in elsewhere (`$MODEL`, `{{ … }}`, `<your model>`). */
export function namedModel(reference: string, engine?: string): NamedModel | undefined {
  const text = reference.trim();
  if (text === '' || /[$<>]|\{\{/.test(text)) return undefined;
  const address = /^([a-z][a-z0-9+.-]*):\/\/(.+)$/i.exec(text);
  if (address !== null) return addressedModel((address[1] ?? '').toLowerCase(), address[2] ?? '');
  if (engine === 'ollama') {
    const [repository = text, tag] = text.split(':');
    const id = recordIdOf(text);
    return id === undefined ? undefined : { id, hub: 'registry.ollama.ai', repository, ...(tag === undefined ? {} : { revision: tag }) };
  }
  if (/^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/.test(text)) return { id: text, hub: 'huggingface.co', repository: text };
  const id = recordIdOf(text.split('/').filter((step) => step !== '').at(-1) ?? '');
  return id === undefined ? undefined : { id };
}

function addressedModel(scheme: string, rest: string): NamedModel | undefined {
  if (scheme === 'hf') {
    const [repository = '', revision] = rest.split(/[:@]/);
    const id = recordIdOf(repository);
    return id === undefined ? undefined : { id, hub: 'huggingface.co', repository, ...(revision === undefined || revision === '' ? {} : { revision }) };
  }
  if (scheme === 'http' || scheme === 'https') {
    const [host = '', ...steps] = rest.replace(/^[^/@]*@/, '').replace(/[?#].*$/, '').split('/');
    const hub = host.toLowerCase();
    const repository = steps.slice(0, hub === 'huggingface.co' ? 2 : undefined).join('/');
    const id = recordIdOf(hub === 'huggingface.co' ? repository : (steps.at(-1) ?? ''));
    return id === undefined ? undefined : { id, hub, repository };
  }
  const steps = rest.split('/').filter((step) => step !== '');
  const id = recordIdOf(steps.at(-1) ?? '');
  return id === undefined ? undefined : { id, hub: `${scheme}://${steps[0] ?? ''}`.slice(0, 100), ...(steps.length > 1 ? { repository: steps.slice(1).join('/').slice(0, 300) } : {}) };
}
