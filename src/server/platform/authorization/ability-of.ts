import { createMongoAbility, subject, type MongoAbility, type RawRuleOf, type Subject } from '@casl/ability';
import { type NounKind } from '../../../core/inventory/noun-kind.js';
import { type Confinement } from './confinement.js';
import { type OwnedRecord } from './owned-record.js';
import { type Principal } from './principal.js';

export type Ability = MongoAbility<[string, Subject]>;

/** Records of these kinds are nobody's own: everyone who reads the register reads them, and no one unit changes them. */
const common: readonly NounKind[] = ['organisation', 'legalEntity', 'provider', 'licence'];

/** What a principal may do; nothing is allowed that is not named. */
export function abilityOf({ permissions, confined }: Pick<Principal, 'permissions' | 'confined'>): Ability {
  const rules = permissions.map((permission): RawRuleOf<Ability> => {
    const [noun = '', action = ''] = permission.split(':');
    return { subject: noun, action };
  });
  return createMongoAbility<Ability>([...rules, ...rulesOnRecords(confined)]);
}

/** Whether a principal may do this with a record, beside what it takes to do it with any. */
export function mayDo(ability: Ability, action: 'read' | 'change', record: OwnedRecord): boolean {
  return ability.can(action, subject('record', { ...record }));
}

/** The one place of the rule: own is what an own deployment is or uses, and changed is what no other unit's deployment is or uses. */
function rulesOnRecords(confined: Confinement | undefined): readonly RawRuleOf<Ability>[] {
  if (confined === undefined) return [{ action: ['read', 'change'], subject: 'record' }];
  const units = [...confined.units];
  const own = { deployments: { $elemMatch: { units: { $in: units } } } };
  const foreign = { deployments: { $elemMatch: { units: { $nin: units } } } };
  const read: readonly RawRuleOf<Ability>[] = confined.reading ? [{ action: 'read', subject: 'record', conditions: own }, { action: 'read', subject: 'record', conditions: { kind: { $in: [...common] } } }] : [{ action: 'read', subject: 'record' }];
  return [...read, { action: 'change', subject: 'record', conditions: own }, { action: 'change', subject: 'record', conditions: foreign, inverted: true }];
}
