import { type LegalEntity } from '../../inventory/legal-entity.js';
import { type CommonsContext } from '../commons-context.js';

/** The legal entity at the top of the chain of parents; a chain that names an unrecorded parent or runs in a circle has none. */
export function ultimateEntity(context: CommonsContext, entity: LegalEntity): LegalEntity | undefined {
  const seen = new Set<string>();
  let at: LegalEntity | undefined = entity;
  while (at?.parent !== undefined) {
    if (seen.has(at.id)) return undefined;
    seen.add(at.id);
    at = context.entities.get(at.parent);
  }
  return at;
}
