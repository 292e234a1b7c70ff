/** Languages in which a report can be written. */
export const reportLanguages = ['en', 'de', 'fr'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];
