import deprecatedIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import currentIds from 'spdx-license-ids/index.json' with { type: 'json' };

const byLowerCase = new Map([...deprecatedIds, ...currentIds].map((id) => [id.toLowerCase(), id]));

/** The SPDX id that a text is, whatever its case; nothing is guessed, so `gpl-3.0` is not turned into another licence. */
export function spdxIdOf(text: string): string | undefined {
  return byLowerCase.get(text.trim().toLowerCase());
}
