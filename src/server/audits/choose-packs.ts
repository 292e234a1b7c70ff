import { nearestName } from '../../core/inventory/nearest-name.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type OwnRulebook } from '../policies/policies.service.js';
import { inForcePacks } from './in-force-packs.js';
import { problemsAsError } from './problems-as-error.js';

/**
 * The packs that were named, ordered by id; the recommended ones where none is; and those asked `also`, whatever is named. They are those of this installation, as the organisation's own policies add to them and change them. A path names nothing here.
 *
 * @throws DomainError `not-checkable` where a name is unknown, or where one of them is an own policy that this engine cannot read: it is never left out
 */
export function choosePacks(shipped: readonly CompiledPack[], own: OwnRulebook | undefined, named: readonly string[], also: readonly string[] = []): readonly CompiledPack[] {
  const packs = inForcePacks(shipped, own);
  const broken = own?.broken ?? [];
  const ids = [...new Set([...packs, ...broken].map(({ id }) => id))];
  const unknown = [...new Set(named)].filter((name) => !ids.includes(name));
  if (unknown.length > 0)
    throw problemsAsError(
      unknown.map((name) => {
        const nearest = nearestName(name, ids);
        return { file: name, code: 'unknown-pack', message: `this server has no such policy pack; ${nearest === undefined ? `name one of ${ids.join(', ')}` : `did you mean ${nearest}?`}` };
      }),
    );
  const asked = ({ id, recommended }: { readonly id: string; readonly recommended: boolean }): boolean => also.includes(id) || (named.length === 0 ? recommended : named.includes(id));
  const unread = broken.filter(({ id }) => asked({ id, recommended: packs.find((pack) => pack.id === id)?.recommended ?? true }));
  if (unread.length > 0) throw problemsAsError(unread.flatMap(({ problems }) => problems.map((problem) => ({ ...problem, message: `${problem.message}; this is a policy of the organisation, in force, that this version of Domicile cannot read: approve a next version of it, or retire it` }))));
  return packs.filter(asked);
}
