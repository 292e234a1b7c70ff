import type { ReferenceFacts } from './reference-facts.js';

/** The ids of the controls that a citation such as `GDPR 44-46` or `A.5.32` means; a control's own id means itself; undefined for an unknown citation. */
export function controlsOfShortForm(reference: ReferenceFacts, citation: string): readonly string[] | undefined {
  const wanted = citation.trim();
  if (reference.controls.has(wanted)) return [wanted];
  return reference.data.controlShortForms.find(({ form }) => form === wanted)?.controls;
}
