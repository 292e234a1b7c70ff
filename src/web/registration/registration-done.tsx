import { Alert, Box, Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { Title, useTranslate } from 'react-admin';
import { Refusal } from '../admin/refusal.js';
import { type ProblemError } from '../api/problem-error.js';
import { type Registration } from './use-registration.js';

interface RegistrationDoneProps {
  readonly saved: Registration;
  readonly busy: boolean;
  readonly problem: ProblemError | undefined;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

/** What has come of it, and the way back. */
export function RegistrationDone({ saved: { id, name, revision, undone }, busy, problem, onUndo, onAgain }: RegistrationDoneProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 960 }}>
      <Title title={translate('domicile.registration.add')} />
      <Alert role="status" severity={undone ? 'info' : 'success'} variant="outlined">{undone ? translate('domicile.registration.undone') : translate('domicile.registration.saved', { name, revision })}</Alert>
      <Refusal problem={problem} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {undone ? null : <Button autoFocus variant="contained" component={Link} to={`/deployment/${encodeURIComponent(id)}/show`}>{translate('domicile.registration.open')}</Button>}
        <Button variant="outlined" onClick={onAgain}>{translate('domicile.registration.another')}</Button>
        {undone ? null : <Button color="error" disabled={busy} onClick={onUndo}>{translate('domicile.registration.undo')}</Button>}
      </Box>
    </Box>
  );
}
