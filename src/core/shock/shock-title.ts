import { type Shock } from './shock.js';

/** A scenario in one line, in English. */
export function shockTitle(shock: Shock): string {
  if (shock.title !== undefined) return shock.title;
  switch (shock.kind) {
    case 'adequacy-falls':
      return `the adequacy decision for ${shock.jurisdiction} falls`;
    case 'parent-changes':
      return `${shock.provider} comes under ${shock.parent} (${shock.country})`;
    case 'api-cut-off':
      return `${shock.model === undefined ? 'the service' : shock.model} of ${shock.provider} is cut off for ${shock.days} days`;
    case 'api-retired':
      return `${shock.provider} retires ${shock.model}`;
    case 'licence-changes':
      return `${shock.model} comes under ${shock.licence}`;
    case 'region-lost':
      return `${[shock.provider, shock.region, shock.country].filter((part) => part !== undefined).join(' ')} is lost`;
  }
}
