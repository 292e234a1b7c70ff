import type { CodeMarker } from './code-markers.js';
import type { Control } from './control.js';
import type { EngineFacts } from './engine-facts.js';
import type { JurisdictionFacts } from './jurisdiction-facts.js';
import type { LicenceTerms } from './licence-terms.js';
import type { ModelFacts } from './model-facts.js';
import type { ProviderFacts } from './provider-facts.js';
import type { ReferenceData } from './reference-data.js';
import type { Retirement } from './retirement.js';

/** A record, and the name of the overlay it came from where an organisation set its own. */
export type Overlaid<Fact> = Fact & { readonly overlay?: string | undefined };

export interface OverlaidSetting {
  readonly overlay: string;
  readonly setting: string;
}

/** All kinds of facts, indexed by id and by the names under which the world knows them. Keys of names are lower case. */
export interface ReferenceFacts {
  readonly data: ReferenceData;
  /** SHA-256 over the canonical JSON of the data, overlays included. */
  readonly digest: string;
  readonly overlays: readonly string[];
  /** Settings that are no records, such as `review`, which an overlay replaced. */
  readonly overlaidSettings: readonly OverlaidSetting[];
  /** Marks of calls in code that an organisation set itself; the shipped ones are read only where code is looked through. */
  readonly ownCodeMarkers: readonly Overlaid<CodeMarker>[];
  readonly licences: ReadonlyMap<string, Overlaid<LicenceTerms>>;
  readonly jurisdictions: ReadonlyMap<string, Overlaid<JurisdictionFacts>>;
  readonly providers: ReadonlyMap<string, Overlaid<ProviderFacts>>;
  readonly engines: ReadonlyMap<string, Overlaid<EngineFacts>>;
  readonly controls: ReadonlyMap<string, Overlaid<Control>>;
  readonly models: ReadonlyMap<string, Overlaid<ModelFacts>>;
  readonly licenceIdByTag: ReadonlyMap<string, string>;
  readonly modelIdByAlias: ReadonlyMap<string, ModelName>;
  readonly providerIdByName: ReadonlyMap<string, string>;
  readonly providerIdByPrefix: ReadonlyMap<string, string>;
  readonly providerIdByHost: ReadonlyMap<string, string>;
  readonly engineIdByName: ReadonlyMap<string, string>;
  readonly retirementsByApiModel: ReadonlyMap<string, readonly Overlaid<Retirement>[]>;
}

/** What a name of a model stands for: a record, or one variant of it. */
export interface ModelName {
  readonly model: string;
  readonly variant?: number;
}
