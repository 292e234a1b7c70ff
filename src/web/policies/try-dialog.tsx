import { useId, useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { type InventoryRecord } from '../api/shapes.js';

interface TryDialogProps {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onChoose: (deployment: string) => void;
}

/** Asks for the deployment that a policy is tried on. */
export function TryDialog({ busy, onClose, onChoose }: TryDialogProps) {
  const translate = useTranslate();
  const [id, setId] = useState('');
  const list = useId();
  const { data = [] } = useGetList<InventoryRecord>('deployment', { pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'ASC' } });
  const title = translate('domicile.own_policy.try');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <TextField autoFocus fullWidth margin="dense" label={translate('domicile.field.deployment')} value={id} onChange={(event) => setId(event.target.value)} slotProps={{ htmlInput: { list, autoComplete: 'off' } }} />
        <datalist id={list}>{data.map(({ id: each }) => <option key={each} value={each} />)}</datalist>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || id.trim() === ''} onClick={() => onChoose(id.trim())}>{title}</Button>
      </DialogActions>
    </Dialog>
  );
}
