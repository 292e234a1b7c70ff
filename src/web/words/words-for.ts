import { de } from './de.js';
import { en, type Words } from './en.js';
import { fr } from './fr.js';
import { language, type Language } from './language.js';

const all: Readonly<Record<Language, Words>> = { en, de, fr };

export function wordsFor(which: Language = language()): Words {
  return all[which];
}
