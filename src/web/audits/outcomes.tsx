import { useTranslate } from 'react-admin';
import { type Audit } from '../api/shapes.js';

/** How many rules came out how. */
export function Outcomes({ counts }: Pick<Audit, 'counts'>) {
  const translate = useTranslate();
  return <>{['fail', 'unknown', 'error', 'waived', 'pass'].filter((outcome) => (counts[outcome] ?? 0) > 0).map((outcome) => `${counts[outcome] ?? 0} ${translate(`domicile.verdict.${outcome}`)}`).join(' · ')}</>;
}
