import { membersOf } from '../members-of.js';
import { recordIdOf } from '../record-id-of.js';
import { type Container, type EnvironmentEntry } from './container.js';
import { environmentIn, wordsIn } from './pod-containers.js';
import { type Workload } from './workload-records.js';

type Path = readonly (string | number)[];

/** Services of a compose file as workloads, and the models that Docker runs beside them. As compose does, a project without a name has that of its folder. */
export function composeWorkloads(path: string, value: unknown): Workload[] {
  const file = membersOf(value);
  const project = typeof file['name'] === 'string' ? file['name'] : path.split('/').at(-2);
  const idOf = (name: string): string | undefined => recordIdOf(project === undefined || project === '' || project === '.' || project === '..' ? name : `${project}/${name}`);
  const services = Object.entries(membersOf(file['services'])).slice(0, 1_000).flatMap(([name, service]) => {
    const at = ['services', name];
    const members = membersOf(service);
    const id = idOf(name);
    return id === undefined ? [] : [{ id, name, at, containers: [serviceContainer(members, at), ...modelRunner(members, at)] }];
  });
  const models = Object.entries(membersOf(file['models'])).slice(0, 1_000).flatMap(([name, entry]) => {
    const id = idOf(name);
    const { model } = membersOf(entry);
    return id === undefined || typeof model !== 'string' ? [] : [{ id, name, at: ['models', name], containers: [runnerContainer(model, ['models', name, 'model'], ['models', name])] }];
  });
  return [...services, ...models];
}

function serviceContainer(service: Readonly<Record<string, unknown>>, at: Path): Container {
  const image = service['image'];
  return {
    at,
    ...(typeof image === 'string' ? { image: { text: filledIn(image), at: [...at, 'image'] } } : {}),
    words: (['entrypoint', 'command'] as const).flatMap((key) => wordsIn(service[key], [...at, key]).map((word) => ({ ...word, text: filledIn(word.text) }))),
    environment: variablesIn(service['environment'], [...at, 'environment']),
    moreEnvironment: service['env_file'] !== undefined,
  };
}

/** `provider: { type: model, options: { model } }`: Docker runs the model beside the services. */
function modelRunner(service: Readonly<Record<string, unknown>>, at: Path): Container[] {
  const provider = membersOf(service['provider']);
  const model = membersOf(provider['options'])['model'];
  if (provider['type'] !== 'model' || typeof model !== 'string') return [];
  return [runnerContainer(model, [...at, 'provider', 'options', 'model'], [...at, 'provider', 'type'])];
}

function runnerContainer(model: string, place: Path, engine: Path): Container {
  return { at: place, words: [], environment: [], moreEnvironment: true, model: { text: filledIn(model), at: place }, engine: { text: 'docker-model-runner', at: engine } };
}

function variablesIn(value: unknown, at: Path): EnvironmentEntry[] {
  if (Array.isArray(value)) {
    return value.slice(0, 1_000).flatMap((entry: unknown, index): EnvironmentEntry[] => {
      if (typeof entry !== 'string') return environmentIn([entry], at);
      const equals = entry.indexOf('=');
      return [{ name: equals === -1 ? entry : entry.slice(0, equals), at: [...at, index], ...(equals === -1 ? {} : { value: filledIn(entry.slice(equals + 1)) }) }];
    });
  }
  return Object.entries(membersOf(value)).slice(0, 1_000).map(([name, given]) => ({ name, at: [...at, name], ...(given === null ? {} : { value: filledIn(typeof given === 'object' ? '' : String(given as string | number | boolean)) }) }));
}

/** `${NAME:-default}` is the default unless someone sets the variable where the file is run. */
const filledIn = (text: string): string => text.replace(/\$\{[A-Za-z_][A-Za-z0-9_]*:?-([^}]*)\}/g, '$1');
