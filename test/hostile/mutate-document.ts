import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Values that readers of the right type stumble over. */
const odd: readonly unknown[] = [null, true, false, 0, -1, 1e308, -1e308, 2 ** 53 + 2, 0.1, '', ' ', 'x'.repeat(5_000), '\u0000\u001b[31m', '\ud800', '../../etc/passwd', '__proto__', 'constructor', '${X}', '{{ x }}', 'https://[', 'sha256:zz', [], {}, [[]], [null], { a: null }, { length: 1e9 }, ['x', 1, null, {}], '99999999999999999999', 'NaN', '2026-13-45'];

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

/** A copy of a document with one to three of its values replaced by one of another kind, removed, doubled, swapped with another, or buried deep. */
export function mutateDocument(document: unknown, random: RandomGenerator): unknown {
  const below = (limit: number): number => (limit <= 1 ? 0 : uniformInt(random, 0, limit - 1));
  const root = { document: structuredClone(document) };
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const places = placesOf(root, []);
    const place = places[below(places.length)];
    if (place === undefined) break;
    const value = valueOf(place);
    switch (below(7)) {
      case 0: remove(place); break;
      case 1: put(place, [value, structuredClone(value)]); break;
      case 2: put(place, { value }); break;
      case 3: put(place, buried(value, 1 + below(90))); break;
      case 4: swap(place, places[below(places.length)] ?? place); break;
      case 5: put(place, Array.from({ length: 1 + below(300) }, () => structuredClone(value))); break;
      default: put(place, structuredClone(odd[below(odd.length)]));
    }
  }
  return root.document;
}

function placesOf(holder: Record<string, unknown> | unknown[], found: Place[]): Place[] {
  const keys = Array.isArray(holder) ? holder.map((_, index) => index) : Object.keys(holder);
  for (const key of keys) {
    if (found.length >= 2_000) break;
    found.push({ holder, key });
    const value = valueOf({ holder, key });
    if (typeof value === 'object' && value !== null) placesOf(value as Record<string, unknown>, found);
  }
  return found;
}

const valueOf = ({ holder, key }: Place): unknown => (holder as Record<string | number, unknown>)[key];

function put({ holder, key }: Place, value: unknown): void {
  (holder as Record<string | number, unknown>)[key] = value;
}

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** Two values change places; one that would come to lie within itself is copied. */
function swap(one: Place, other: Place): void {
  const [first, second] = [structuredClone(valueOf(one)), structuredClone(valueOf(other))];
  put(one, second);
  put(other, first);
}

function buried(value: unknown, depth: number): unknown {
  let at = value;
  for (let level = 0; level < depth; level++) at = level % 2 === 0 ? [at] : { a: at };
  return at;
}
