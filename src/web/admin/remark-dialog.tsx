import { useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface RemarkDialogProps {
  readonly title: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSay: (remark: string) => void;
}

/** Asks for the words that an action is done with. */
export function RemarkDialog({ title, label, busy, onClose, onSay }: RemarkDialogProps) {
  const translate = useTranslate();
  const [remark, setRemark] = useState('');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <TextField autoFocus fullWidth multiline minRows={3} margin="dense" label={label} value={remark} onChange={(event) => setRemark(event.target.value)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || remark.trim() === ''} onClick={() => onSay(remark.trim())}>{title}</Button>
      </DialogActions>
    </Dialog>
  );
}
