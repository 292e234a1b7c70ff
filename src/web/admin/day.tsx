import { useLocaleState } from 'react-admin';

/** An instant as people of the language write it. */
export function Day({ at, time = false }: { readonly at: string; readonly time?: boolean }) {
  const [locale] = useLocaleState();
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <>{at}</>;
  return <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>{date.toLocaleString(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', ...(time ? { timeStyle: 'short' } : {}) })}</time>;
}
