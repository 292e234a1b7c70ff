import { useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Decision } from './decision.js';

interface SignOffDialogProps {
  readonly decision: Decision;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSign: (choice: { readonly option: string; readonly because: string }) => void;
}

/** Asks which admissible option is taken, and why. */
export function SignOffDialog({ decision, busy, onClose, onSign }: SignOffDialogProps) {
  const translate = useTranslate();
  const [option, setOption] = useState('');
  const [because, setBecause] = useState('');
  const title = translate('domicile.decision.sign_off');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <FormControl>
          <FormLabel id="taken-option">{translate('domicile.decision.which')}</FormLabel>
          <RadioGroup aria-labelledby="taken-option" value={option} onChange={(event) => setOption(event.target.value)}>
            {decision.inputs.options.map(({ id, title: name }) => {
              const state = decision.options.find((each) => each.id === id)?.state ?? 'blocked';
              return <FormControlLabel key={id} value={id} disabled={state !== 'admissible'} control={<Radio />} label={state === 'admissible' ? `${name} (${id})` : `${name} (${id}): ${translate(`domicile.option_state.${state}`)}`} />;
            })}
          </RadioGroup>
        </FormControl>
        <TextField fullWidth multiline minRows={3} margin="dense" label={translate('domicile.decision.because')} value={because} onChange={(event) => setBecause(event.target.value)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || option === '' || because.trim() === ''} onClick={() => onSign({ option, because: because.trim() })}>{title}</Button>
      </DialogActions>
    </Dialog>
  );
}
