import { type Words } from './en.js';
import { language, type Language } from './language.js';

const files: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.js')).en,
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
};
const loaded = new Map<Language, Words>();

/** Words of a language that is loaded; the one that is spoken is before anything is drawn. */
export function wordsFor(which: Language = language()): Words {
  const words = loaded.get(which);
  if (words === undefined) throw new Error(`the words of ${which} are not loaded`);
  return words;
}

export async function loadWords(which: Language = language()): Promise<void> {
  if (!loaded.has(which)) loaded.set(which, await files[which]());
}
