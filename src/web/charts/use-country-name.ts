import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';

/** The name of a country or union in the language of the pages; the code where it has none. */
export function useCountryName(): (code: string) => string {
  const [locale] = useLocaleState();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
    return (code) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    };
  }, [locale]);
}
