/** Languages of the pages, each by its own name. */
export const languageNames = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

export type Language = keyof typeof languageNames;

const isLanguage = (name: string): name is Language => name in languageNames;

/** The language that was chosen in this browser, else that of the browser where there are words in it, else English. */
export function language(): Language {
  const chosen = (localStorage.getItem('RaStore.locale') ?? '').replaceAll('"', '');
  return [chosen, ...navigator.languages.map((each) => each.slice(0, 2))].find(isLanguage) ?? 'en';
}
