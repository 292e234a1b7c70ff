import { membersOf } from '../members-of.js';
import { recordIdOf } from '../record-id-of.js';
import { type Container, type EnvironmentEntry } from './container.js';
import { environmentIn, wordsIn } from './pod-containers.js';
import { type Workload } from './workload-records.js';

type Path = readonly (string | number)[];

/** Services of a compose file as workloads. As compose does, a project without a name has that of its folder. */
export function composeWorkloads(path: string, value: unknown): Workload[] {
  const file = membersOf(value);
  const project = typeof file['name'] === 'string' ? file['name'] : path.split('/').at(-2);
  return Object.entries(membersOf(file['services'])).slice(0, 1_000).flatMap(([name, service]) => {
    const id = recordIdOf(project === undefined || project === '' || project === '.' || project === '..' ? name : `${project}/${name}`);
    const at = ['services', name];
    const members = membersOf(service);
    return id === undefined ? [] : [{ id, name, at, containers: [serviceContainer(members, at), ...modelRunner(members, at)] }];
  });
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
  const place = [...at, 'provider', 'options', 'model'];
  return [{ at: place, words: [], environment: [], moreEnvironment: true, model: { text: model, at: place }, engine: { text: 'docker-model-runner', at: [...at, 'provider', 'type'] } }];
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
