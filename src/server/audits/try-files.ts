import { type SourceText } from '../../core/inventory/source-text.js';
import { gatherSources } from '../../importers/gather-sources.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput, type GivenInventory } from './check-input.js';
import { choosePacks } from './choose-packs.js';
import { clearancePack } from './clearance-pack.js';
import { tryPacks } from './try-packs.js';
import { type TriedVerdict } from './tried-verdict.js';

/** What the packs in force would say of a deployment if these files stood beside the inventory that is given, in place of those at the same paths. @throws DomainError `not-checkable` */
export function tryFiles(input: CheckInput & { readonly inventory: GivenInventory }, files: readonly SourceText[], deployment: string, assets: AuditAssets): readonly TriedVerdict[] {
  const { inventory, own, cleared = [] } = input;
  const paths = new Set(files.map(({ path }) => path));
  const { imported } = gatherSources(files);
  const { packs: named, facts } = imported.settings;
  if (named.length + facts.length > 0) throw new DomainError('not-checkable', `the files name ${named.length > 0 ? 'packs' : 'facts of your own'}, by which the whole register would be judged, so a trial of one deployment would not say what an audit says; import them and audit`);
  const fragments = [...inventory.fragments.filter(({ source }) => !paths.has(source.path)), ...imported.fragments];
  const packs = choosePacks(assets.packs, own, inventory.settings.packs, cleared.length > 0 ? [clearancePack] : []);
  return tryPacks({ ...input, inventory: { ...inventory, fragments } }, packs, deployment, assets);
}
