import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type OwnRulebook } from '../policies/policies.service.js';

/** The packs of this installation, as the organisation's own policies add to them and change them, ordered by id. */
export function inForcePacks(shipped: readonly CompiledPack[], own: OwnRulebook | undefined): readonly CompiledPack[] {
  const added = own?.packs ?? [];
  return [...shipped.filter(({ id }) => added.every((pack) => pack.id !== id)), ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
}
