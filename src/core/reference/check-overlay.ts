import { referenceOverlay, type ReferenceOverlay } from './reference-overlay.js';
import type { ReferenceFacts } from './reference-facts.js';

interface OverlayIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

export type CheckedOverlay = { readonly success: true; readonly data: ReferenceOverlay } | { readonly success: false; readonly error: { readonly issues: readonly OverlayIssue[] } };

/** An overlay against its schema, and its marks of code against the providers that it and the facts below it know: a mistyped provider must not look like one that nobody declared. */
export function checkOverlay(value: unknown, base: ReferenceFacts): CheckedOverlay {
  const checked = referenceOverlay.safeParse(value);
  if (!checked.success) return checked;
  const own = new Set((checked.data.providers ?? []).map(({ id }) => id));
  const issues = (checked.data.codeMarkers ?? []).flatMap(({ providers, modelsAlsoFrom, clients }, index) => {
    const named = [
      ...providers.map((id, at) => ({ id, path: ['providers', at] })),
      ...(modelsAlsoFrom ?? []).map((id, at) => ({ id, path: ['modelsAlsoFrom', at] })),
      ...(clients ?? []).map(({ provider: id }, at) => ({ id, path: ['clients', at, 'provider'] })),
    ];
    return named.flatMap(({ id, path }) =>
      id === undefined || own.has(id) || base.providers.has(id) ? [] : [{ code: 'custom', path: ['codeMarkers', index, ...path], message: `there is no provider '${id}' in the facts; correct it, write self-hosted for the own network, or add a record to providers` }],
    );
  });
  return issues.length === 0 ? checked : { success: false, error: { issues } };
}
