import { digestReference } from './digest-reference.js';
import { indexReference } from './index-reference.js';
import type { ReferenceData } from './reference-data.js';
import type { OverlaidSetting, ReferenceFacts } from './reference-facts.js';
import type { ReferenceOverlay } from './reference-overlay.js';

/** The facts with an organisation's own laid over them: a record takes the place of the one with its id and carries the name of the overlay. The digest changes with it. */
export function overlayReference(base: ReferenceFacts, overlay: ReferenceOverlay): ReferenceFacts {
  const { data } = base;
  const over = <Fact extends { readonly id: string }>(shipped: readonly Fact[], own: readonly Fact[] | undefined) => replaceById(shipped, own ?? [], overlay.overlay);
  const merged: ReferenceData = {
    review: overlay.review ?? data.review,
    licenceClasses: overlay.licenceClasses ?? data.licenceClasses,
    licences: over(data.licences, overlay.licences),
    jurisdictions: over(data.jurisdictions, overlay.jurisdictions),
    providers: over(data.providers, overlay.providers),
    engines: over(data.engines, overlay.engines),
    controls: over(data.controls, overlay.controls),
    controlShortForms: [...(overlay.controlShortForms ?? []), ...data.controlShortForms],
    models: over(data.models, overlay.models),
    retirements: over(data.retirements, overlay.retirements),
    noticePolicies: over(data.noticePolicies, overlay.noticePolicies),
  };
  return indexReference(merged, digestReference({ base: base.digest, overlay }), {
    overlays: [...base.overlays, overlay.overlay],
    overlaidSettings: [...base.overlaidSettings, ...settingsOf(overlay)],
    ownCodeMarkers: over(base.ownCodeMarkers, overlay.codeMarkers),
  });
}

const settings = ['review', 'licenceClasses', 'controlShortForms'] as const;

function settingsOf(overlay: ReferenceOverlay): OverlaidSetting[] {
  return settings.filter((name) => overlay[name] !== undefined).map((setting) => ({ overlay: overlay.overlay, setting }));
}

function replaceById<Fact extends { readonly id: string }>(shipped: readonly Fact[], own: readonly Fact[], overlay: string): Fact[] {
  const replaced = new Set(own.map(({ id }) => id));
  return [...shipped.filter(({ id }) => !replaced.has(id)), ...own.map((fact) => ({ ...fact, overlay }))];
}
