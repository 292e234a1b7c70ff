import { Chip, type ChipProps } from '@mui/material';
import { useTranslate } from 'react-admin';

const colours: Readonly<Record<string, ChipProps['color']>> = {
  critical: 'error', high: 'error', medium: 'warning', low: 'info', info: 'default',
  fail: 'error', error: 'error', unknown: 'warning', pass: 'success',
  'non-conforming': 'error', inconclusive: 'warning', conforming: 'success',
  open: 'error', 're-opened': 'error', 'in-progress': 'info', resolved: 'success', waived: 'warning',
  'in-review': 'info', approved: 'success', rejected: 'error', expired: 'warning', withdrawn: 'default', draft: 'default', 'signed-off': 'success', superseded: 'default',
  waiting: 'info', reported: 'success', failed: 'error', delivered: 'success', dead: 'error', running: 'info', done: 'success', 'in-force': 'success', retired: 'default', revoked: 'error', right: 'success', wrong: 'error', untold: 'warning',
  declared: 'info', inferred: 'default', verified: 'success', contradicted: 'error', stale: 'warning', unresolved: 'warning',
};

/** A word of a fixed list, such as a severity, with its colour; the word alone tells it too. */
export function WordChip({ group, word }: { readonly group: 'severity' | 'verdict' | 'state' | 'conclusion' | 'confidence' | 'run_state' | 'delivery_state' | 'attempt' | 'job_state' | 'clearance_state' | 'check_state'; readonly word: string }) {
  const translate = useTranslate();
  const strong = word === 'critical' || word === 'non-conforming';
  return <Chip size="small" variant={strong ? 'filled' : 'outlined'} color={colours[word] ?? 'default'} label={translate(`domicile.${group}.${word}`, { _: word })} />;
}
