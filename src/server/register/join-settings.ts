import { type ManifestSettings } from '../../importers/importer.js';
import { type CollectionFile, type RegisterCollectionEntity } from './register-collection.entity.js';

/** The settings of all collections, in their order, and the files of waivers and facts that they name. */
export function joinSettings(collections: readonly RegisterCollectionEntity[]): { readonly settings: ManifestSettings; readonly named: readonly CollectionFile[] } {
  const all = collections.map(({ settings }) => settings);
  const settings: ManifestSettings = {
    packs: all.flatMap(({ packs }) => packs),
    waivers: all.flatMap(({ waivers }) => waivers),
    facts: all.flatMap(({ facts }) => facts),
    attachments: all.flatMap(({ attachments }) => attachments),
    code: all.flatMap(({ code }) => code),
  };
  const beside = new Set([...settings.waivers, ...settings.facts]);
  return { settings, named: collections.flatMap(({ files }) => files.filter(({ path }) => beside.has(path))) };
}
