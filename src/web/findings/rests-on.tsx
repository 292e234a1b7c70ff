import { Alert } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { type Audited } from '../api/shapes.js';

/** Says where findings are no picture of the register: before its first audit, and once it has changed since the last. */
export function RestsOn() {
  const translate = useTranslate();
  const { audited } = (useListContext().meta ?? {}) as { readonly audited?: Audited | null };
  if (audited === undefined || audited?.stale === false) return null;
  return <Alert severity="warning" variant="outlined" sx={{ marginBottom: 1 }}>{translate(audited === null ? 'domicile.dashboard.never' : 'domicile.dashboard.stale')}</Alert>;
}
