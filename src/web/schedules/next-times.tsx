import { Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';

/** When something runs next, in a sentence and in its own time zone. */
export function NextTimes({ next, timeZone }: { readonly next: readonly (string | Date)[]; readonly timeZone: string }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const [first, ...others] = next;
  if (first === undefined) return <Typography component="p">{translate('domicile.schedule.paused_lead')}</Typography>;
  const say = (at: string | Date, style: Intl.DateTimeFormatOptions): string => new Date(at).toLocaleString(locale === 'en' ? 'en-GB' : locale, { ...style, timeZone });
  const long = say(first, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const then = others.slice(0, 3).map((at) => say(at, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }));
  return <Typography component="p">{translate(then.length === 0 ? 'domicile.schedule.next_only' : 'domicile.schedule.next', { first: long, zone: timeZone, then: then.join('; ') })}</Typography>;
}
