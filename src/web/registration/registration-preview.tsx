import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { TriedVerdicts } from '../policies/tried-verdicts.js';
import { ImportPreview } from '../records/import-preview.js';
import { type RegistrationTrial } from './use-registration.js';

const outcomes = ['fail', 'unknown', 'error', 'pass', 'not-applicable'] as const;

/** Every record that would be added, and every rule that fails or does not know enough. */
export function RegistrationPreview({ trial: { preview, judged, taken } }: { readonly trial: RegistrationTrial }) {
  const translate = useTranslate();
  const verdicts = judged.verdicts.filter(({ subject }) => !subject.startsWith('organisation/'));
  const open = verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable');
  const counts = outcomes.map((outcome) => [outcome, verdicts.filter((verdict) => verdict.outcome === outcome).length] as const).filter(([, count]) => count > 0);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {taken.length === 0 ? null : <Alert severity="error" variant="outlined">{translate('domicile.registration.exists', { keys: taken.join(', ') })}</Alert>}
      <ImportPreview view={preview} />
      <Typography>{counts.map(([outcome, count]) => `${count} ${translate(`domicile.verdict.${outcome}`)}`).join(' · ')}</Typography>
      <TriedVerdicts title={translate('domicile.registration.verdicts')} none={translate('domicile.registration.clean')} verdicts={open} revision={judged.revision} />
    </Box>
  );
}
