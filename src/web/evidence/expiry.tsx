import { useState } from 'react';
import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';

const noticeDays = 30;

/** Until when a document holds, marked where that is soon or over. */
export function Expiry({ expires }: { readonly expires: string | null }) {
  const translate = useTranslate();
  const [now] = useState(() => Date.now());
  if (expires === null) return <>–</>;
  const days = (Date.parse(expires) - now) / 86_400_000;
  return (
    <>
      <Day at={expires} /> {days > noticeDays ? null : <Chip size="small" variant="outlined" color={days <= 0 ? 'error' : 'warning'} label={translate(days <= 0 ? 'domicile.evidence.over' : 'domicile.evidence.ends_soon')} />}
    </>
  );
}
