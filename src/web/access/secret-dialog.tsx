import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, TextField } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

interface SecretDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** Shows a secret that is told once. */
export function SecretDialog({ title, lead, secret, onClose }: SecretDialogProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = (): void => void navigator.clipboard.writeText(secret).then(() => notify('domicile.common.copied', { type: 'success' }), () => undefined);
  return (
    <Dialog open fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText>{lead}</DialogContentText>
        <TextField fullWidth multiline margin="dense" label={title} value={secret} slotProps={{ htmlInput: { readOnly: true, style: { fontFamily: 'monospace' } } }} />
      </DialogContent>
      <DialogActions>
        <Button onClick={copy}>{translate('domicile.common.copy')}</Button>
        <Button variant="contained" onClick={onClose}>{translate('domicile.common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
