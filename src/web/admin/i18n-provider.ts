import polyglot from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import french from 'ra-language-french';
import { recordKinds } from '../api/shapes.js';
import { language, languageNames, type Language } from '../words/language.js';
import { reactAdminGerman } from '../words/react-admin-german.js';
import { loadWords, wordsFor } from '../words/words-for.js';

const reactAdmin = { en: english.ra, fr: french.ra, de: inGerman(english.ra) };
const choices = Object.entries(languageNames).map(([locale, name]) => ({ locale, name }));

const first = language();

/** The words of the screens under `domicile`, and react-admin's own. */
export const i18nProvider = polyglot((locale) => (locale === first ? messagesOf(first) : loadWords(locale as Language).then(() => messagesOf(locale as Language))), first, choices, { allowMissing: true });

/** English where the German words have none. */
function inGerman<Messages extends object>(messages: Messages): Messages {
  const german: Readonly<Record<string, object>> = reactAdminGerman;
  return Object.fromEntries(Object.entries(messages).map(([group, words]) => [group, { ...(words as object), ...german[group] }])) as Messages;
}

function messagesOf(locale: Language) {
  document.documentElement.lang = locale;
  return { ra: reactAdmin[locale], domicile: wordsFor(locale), resources: resources(locale) };
}

function resources(locale: Language): Record<string, { name: string }> {
  const { kind } = wordsFor(locale);
  const named = Object.fromEntries(recordKinds.map((each) => [each, { name: kind[each] }]));
  return { ...named, findings: { name: kind.finding }, waivers: { name: kind.waiver }, audits: { name: kind.audit }, decisions: { name: kind.decision }, revisions: { name: kind.revision }, log: { name: kind.log }, policies: { name: kind.policy }, 'own-policies': { name: kind.own_policy }, clearances: { name: kind.clearance }, evidence: { name: kind.evidence }, reports: { name: kind.report }, schedules: { name: kind.schedule }, deliveries: { name: kind.delivery }, notifications: { name: kind.notification }, jobs: { name: kind.job }, trusts: { name: kind.trust }, users: { name: kind.user }, keys: { name: kind.key } };
}
