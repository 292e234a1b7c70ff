import { nearestName } from '../../core/inventory/nearest-name.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { problemsAsError } from './problems-as-error.js';

/** The packs of this installation that were named, ordered by id; the recommended ones where none is; and those asked `also`, whatever is named. A path names nothing here. @throws DomainError `not-checkable` */
export function choosePacks(packs: readonly CompiledPack[], named: readonly string[], also: readonly string[] = []): readonly CompiledPack[] {
  const ids = packs.map(({ id }) => id);
  const unknown = [...new Set(named)].filter((name) => !ids.includes(name));
  if (unknown.length > 0)
    throw problemsAsError(
      unknown.map((name) => {
        const nearest = nearestName(name, ids);
        return { file: name, code: 'unknown-pack', message: `this server has no such policy pack; ${nearest === undefined ? `name one of ${ids.join(', ')}` : `did you mean ${nearest}?`}` };
      }),
    );
  return packs.filter(({ id, recommended }) => also.includes(id) || (named.length === 0 ? recommended : named.includes(id)));
}
