import { en, type Words } from './en.js';
import { language, type Language } from './language.js';

const all: Readonly<Record<Language, Words>> = { en };

export function wordsFor(which: Language = language()): Words {
  return all[which];
}
