import { type Resolved } from './resolved.js';
import { type PathOrigin } from './subject-view.js';

/** The origins of a view under the path at which another view holds it. */
export function graftOrigins(resolved: Resolved<unknown> | undefined, path: string): readonly PathOrigin[] {
  return resolved === undefined ? [] : resolved.origins().map((origin) => ({ ...origin, path: path + origin.path }));
}
