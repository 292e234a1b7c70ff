import polyglot from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import { language } from '../words/language.js';
import { wordsFor } from '../words/words-for.js';
import { recordKinds } from '../api/shapes.js';

/** The words of the screens under `domicile`, and react-admin's own. */
export const i18nProvider = polyglot(() => ({ ...english, domicile: wordsFor(), resources: resources() }), language(), [], { allowMissing: true });

function resources(): Record<string, { name: string }> {
  const { kind } = wordsFor();
  const named = Object.fromEntries(recordKinds.map((each) => [each, { name: kind[each] }]));
  return { ...named, findings: { name: kind.finding }, waivers: { name: kind.waiver }, audits: { name: kind.audit }, revisions: { name: kind.revision }, log: { name: kind.log }, policies: { name: kind.policy }, users: { name: kind.user }, keys: { name: kind.key } };
}
