import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

export function NothingHere() {
  return <Typography color="text.secondary" sx={{ padding: 3 }}>{useTranslate()('domicile.list.empty')}</Typography>;
}
