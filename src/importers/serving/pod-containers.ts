import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type Container, type EnvironmentEntry, type Placed } from './container.js';

type Path = readonly (string | number)[];

/** Containers of a pod specification at a path; init containers run first and are listed last. */
export function podContainers(spec: unknown, at: Path): Container[] {
  const pod = membersOf(spec);
  return (['containers', 'initContainers'] as const).flatMap((key) => itemsOf(pod[key]).slice(0, 100).map((container, index) => podContainer(container, [...at, key, index])));
}

/** One container in the form of the Kubernetes API. */
export function podContainer(value: unknown, at: Path): Container {
  const container = membersOf(value);
  const image = container['image'];
  return {
    at,
    ...(typeof image === 'string' ? { image: { text: image, at: [...at, 'image'] } } : {}),
    words: (['command', 'args'] as const).flatMap((key) => wordsIn(container[key], [...at, key])),
    environment: environmentIn(container['env'], [...at, 'env']),
    moreEnvironment: itemsOf(container['envFrom']).length > 0,
  };
}

/** Words of a command given as a list or as one string. */
export function wordsIn(value: unknown, at: Path): Placed[] {
  if (typeof value === 'string') return [{ text: value, at }];
  return itemsOf(value).slice(0, 1_000).flatMap((word, index) => (typeof word === 'string' || typeof word === 'number' ? [{ text: String(word), at: [...at, index] }] : []));
}

/** Variables given as a list of `name` and `value`. */
export function environmentIn(value: unknown, at: Path): EnvironmentEntry[] {
  return itemsOf(value).slice(0, 1_000).flatMap((entry, index): EnvironmentEntry[] => {
    const { name, value: given } = membersOf(entry);
    if (typeof name !== 'string') return [];
    const isPlain = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
    return [{ name, at: [...at, index, ...(isPlain ? ['value'] : [])], ...(isPlain ? { value: String(given) } : {}) }];
  });
}
