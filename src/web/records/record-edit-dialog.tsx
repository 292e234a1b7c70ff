import { useState } from 'react';
import { Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, FormControlLabel, IconButton, TextField } from '@mui/material';
import Delete from '@mui/icons-material/Delete';
import { useTranslate } from 'react-admin';
import { useAct } from '../admin/use-act.js';
import { type InventoryRecord } from '../api/shapes.js';
import { fieldName } from './field-name.js';
import { flatten, unflatten } from './flatten.js';

interface Line {
  readonly pointer: string;
  readonly text: string;
}

/** States a record by hand, a field a line. */
export function RecordEditDialog({ record, onClose }: { readonly record: InventoryRecord; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const files = record.sources.filter((path) => !path.startsWith('register/'));
  const [lines, setLines] = useState<readonly Line[]>(() => flatten(record.value).filter(({ pointer }) => pointer !== '/id').map(({ pointer, value }) => ({ pointer, text: textOf(value) })));
  const [replaces, setReplaces] = useState<readonly string[]>(files);
  const [reason, setReason] = useState('');
  const [added, setAdded] = useState('');
  const wrong = lines.filter(({ text }) => valueOf(text) === undefined);
  const change = (pointer: string, text: string): void => setLines(lines.map((line) => (line.pointer === pointer ? { pointer, text } : line)));
  const add = (): void => {
    const pointer = `/${added.trim().replaceAll('.', '/')}`;
    if (!lines.some((line) => line.pointer === pointer)) setLines([...lines, { pointer, text: '' }]);
    setAdded('');
  };
  const save = async (): Promise<void> => {
    const value = unflatten(lines.map(({ pointer, text }) => ({ pointer, value: valueOf(text) })));
    const done = await act(`register/records/${record.kind}/${encodeURIComponent(record.id)}`, { method: 'PUT', body: { value, replaces, reason: reason.trim() }, version: record.revision });
    if (done !== undefined) onClose();
  };
  const title = translate('domicile.record.edit');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" slotProps={{ paper: { 'aria-label': title } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('domicile.record.edit_lead')}</DialogContentText>
        {files.map((path) => (
          <FormControlLabel key={path} sx={{ display: 'block' }} label={`${translate('domicile.record.replaces')}: ${path}`} control={<Checkbox checked={replaces.includes(path)} onChange={(_event, on) => setReplaces(on ? [...replaces, path] : replaces.filter((each) => each !== path))} />} />
        ))}
        {lines.map(({ pointer, text }) => (
          <Box key={pointer} sx={{ display: 'flex', alignItems: 'start' }}>
            <TextField fullWidth multiline maxRows={8} size="small" margin="dense" label={fieldName(pointer)} value={text} error={valueOf(text) === undefined} helperText={valueOf(text) === undefined ? translate('domicile.record.json') : undefined} onChange={(event) => change(pointer, event.target.value)} />
            <IconButton aria-label={translate('domicile.import.remove', { name: fieldName(pointer) })} onClick={() => setLines(lines.filter((line) => line.pointer !== pointer))}><Delete /></IconButton>
          </Box>
        ))}
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', marginY: 1 }}>
          <TextField size="small" label={translate('domicile.record.add_field')} value={added} onChange={(event) => setAdded(event.target.value)} />
          <Button disabled={!/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/.test(added.trim())} onClick={add}>{translate('domicile.record.add_field')}</Button>
        </Box>
        <TextField required fullWidth margin="dense" label={translate('domicile.common.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || reason.trim() === '' || wrong.length > 0} onClick={() => void save()}>{translate('domicile.common.save')}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** Plain text as it is; what would be read as something else, and all else, as JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' && valueOf(value) === value ? value : JSON.stringify(value);
}

function valueOf(text: string): unknown {
  if (/^(-?\d+(\.\d+)?|true|false|null)$/.test(text.trim()) || /^[[{"]/.test(text.trim())) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }
  return text;
}
