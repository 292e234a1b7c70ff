export const languages = ['en'] as const;

export type Language = (typeof languages)[number];

/** The language of the browser where there are words in it, else English. */
export function language(): Language {
  const wanted = navigator.languages.map((each) => each.slice(0, 2));
  return languages.find((each) => wanted.includes(each)) ?? 'en';
}
