import { useState } from 'react';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { may } from '../api/session.js';
import { ClearanceDialog } from '../clearances/clearance-dialog.js';

/** Clears what an audit has seen, for those who may. */
export function ClearButton({ audit }: { readonly audit: string }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (!may('clearance:grant')) return <>–</>;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{translate('domicile.clearance.grant')}</Button>
      {open ? <ClearanceDialog audit={audit} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
