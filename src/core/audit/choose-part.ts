import { subjectsInScope } from '../exposure/subjects-in-scope.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type Deployment } from '../inventory/deployment.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { nearestName } from '../inventory/nearest-name.js';
import { recordKey } from '../inventory/record-key.js';
import { type AuditedPart } from './audited-part.js';
import { partFields, type PartField } from './part-fields.js';
import { UnknownPartError } from './unknown-part-error.js';

/**
 * The subjects of an audit of a part. Of one field any of the values named fits, of several fields all have to; where sources contradict
 * each other on a field, any value may be meant. Subjects that are named themselves are added. A deployment brings the model it runs along, since it hangs on it.
 *
 * @throws UnknownPartError where something named is not in the inventory, or nothing fits
 */
export function choosePart(snapshot: InventorySnapshot, only: readonly string[]): AuditedPart {
  const scope = subjectsInScope(snapshot);
  const fields = only.filter(isCondition).map(fieldOf);
  const named = only.filter((what) => !isCondition(what));
  const disputed = new Set(snapshot.contradictions.filter(({ decided }) => !decided).map(({ record, pointer }) => `${record} ${pointer}`));
  const unknown = named.find((subject) => !scope.has(subject));
  if (unknown !== undefined) throw new UnknownPartError(`there is no subject '${unknown}' to audit${hint(unknown, scope)}`);
  const live = snapshot.deployments.filter(({ status }) => status !== 'retired');
  for (const { name, value } of fields) if (!live.some((deployment) => states(deployment, name, value))) throw new UnknownPartError(`no deployment in use has ${name}=${value}${hint(value, valuesOf(live, name))}`);
  const fitting = fields.length === 0 ? [] : live.filter((deployment) => fields.every(({ name }) => disputed.has(`${recordKey('deployment', deployment.id)} /${name}`) || fields.some((field) => field.name === name && states(deployment, name, field.value))));
  const chosen = new Set([...named, ...fitting.map(({ id }) => recordKey('deployment', id))]);
  for (const { id, model } of live) if (model !== undefined && chosen.has(recordKey('deployment', id))) chosen.add(recordKey('model', model));
  if (chosen.size === 0) throw new UnknownPartError(`nothing fits ${only.join(' and ') || 'an empty list'}, so nothing would be audited; name subjects such as deployment/… or leave a condition out`);
  return { only: [...new Set(only)].sort(byCodeUnit), subjects: [...chosen].sort(byCodeUnit), of: scope.size };
}

const isCondition = (what: string): boolean => /^[a-zA-Z]*=/.test(what);

function fieldOf(what: string): { readonly name: PartField; readonly value: string } {
  const at = what.indexOf('=');
  const name = partFields.find((field) => field === what.slice(0, at));
  if (name === undefined) throw new UnknownPartError(`'${what.slice(0, at)}' is nothing a part is chosen by; write one of ${partFields.join(', ')}, or the key of a subject such as deployment/…`);
  return { name, value: what.slice(at + 1) };
}

function states(deployment: Deployment, name: PartField, value: string): boolean {
  const stated = deployment[name];
  return Array.isArray(stated) ? stated.includes(value) : stated === value;
}

function* valuesOf(deployments: readonly Deployment[], name: PartField): Generator<string, void, undefined> {
  for (const deployment of deployments) {
    const stated = deployment[name];
    if (stated !== undefined) yield* Array.isArray(stated) ? stated : [String(stated)];
  }
}

function hint(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '; a retired one is out of scope, and domicile scan lists what there is' : `; did you mean ${nearest}?`;
}
