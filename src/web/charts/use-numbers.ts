import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';

export interface Numbers {
  readonly percent: (share: number) => string;
  readonly amount: (value: number, currency?: string) => string;
  readonly plain: (value: number) => string;
}

/** Numbers as people of the language write them. */
export function useNumbers(): Numbers {
  const [locale] = useLocaleState();
  return useMemo(() => {
    const tag = locale === 'en' ? 'en-GB' : locale;
    const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
    const number = new Intl.NumberFormat(tag, { maximumSignificantDigits: 4 });
    const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
    return { percent: (value) => share.format(value), plain: (value) => number.format(value), amount: (value, currency) => (currency === undefined ? whole.format(value) : `${whole.format(value)} ${currency}`) };
  }, [locale]);
}
