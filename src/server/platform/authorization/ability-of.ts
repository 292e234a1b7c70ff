import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { type Principal } from './principal.js';

export type Ability = MongoAbility<[string, string]>;

/** What a principal may do; nothing is allowed that is not named. */
export function abilityOf({ permissions }: Principal): Ability {
  const rules = permissions.map((permission): RawRuleOf<Ability> => {
    const [subject = '', action = ''] = permission.split(':');
    return { subject, action };
  });
  return createMongoAbility<Ability>(rules);
}
