import { useEffect, useState } from 'react';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { request } from '../api/request.js';
import { type Schemas } from '../api/shapes.js';

/** Packs in force that this version of Domicile cannot read: audits are refused until someone sees to them. */
export function BrokenPacks() {
  const translate = useTranslate();
  const [broken, setBroken] = useState<Schemas['PolicyList']['broken']>([]);
  useEffect(() => void request<Schemas['PolicyList']>('policies').then((list) => setBroken(list.broken)).catch(() => undefined), []);
  if (broken.length === 0) return null;
  return (
    <Alert severity="error" variant="outlined" sx={{ marginTop: 2 }}>
      <Typography component="h2" variant="subtitle2">{translate('domicile.own_policy.broken')}</Typography>
      <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5, overflowWrap: 'anywhere' }}>
        {broken.flatMap(({ problems }) => problems).map(({ file, line, column, message }, index) => <li key={index}><code>{[file, line, column].join(':')}</code> {message}</li>)}
      </Box>
      <Link to="/own-policies" style={{ color: 'inherit' }}>{translate('domicile.own_policy.own_list')}</Link>
    </Alert>
  );
}
