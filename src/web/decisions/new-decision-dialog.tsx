import { useState } from 'react';
import { Alert, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, FormGroup, Tab, Tabs, TextField, Typography } from '@mui/material';
import { useNavigate } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { useAct } from '../admin/use-act.js';
import { optionTemplates, type Decision } from './decision.js';

/** Drafts a decision from templates, or from a case that someone has written. */
export function NewDecisionDialog({ onClose, supersedes }: { readonly onClose: () => void; readonly supersedes?: string }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { busy, act } = useAct();
  const [from, setFrom] = useState<'templates' | 'text'>('templates');
  const [templates, setTemplates] = useState<readonly string[]>(optionTemplates);
  const [text, setText] = useState('');
  const ready = from === 'text' ? text.trim() !== '' : templates.length >= (templates.includes('hybrid') ? 3 : 2);
  const draft = async (): Promise<void> => {
    const body = { ...(from === 'text' ? { text } : { templates }), ...(supersedes === undefined ? {} : { supersedes }) };
    const made = await act<Decision>('decisions', { method: 'POST', body });
    if (made !== undefined) void navigate(`/decisions/${made.id}/show`);
  };
  const toggle = (name: string): void => setTemplates((before) => (before.includes(name) ? before.filter((each) => each !== name) : [...before, name]));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" slotProps={{ paper: { 'aria-label': translate('domicile.decision.new') } }}>
      <DialogTitle>{translate('domicile.decision.new')}</DialogTitle>
      <DialogContent>
        <Tabs value={from} onChange={(_event, next: 'templates' | 'text') => setFrom(next)} sx={{ marginBottom: 2 }}>
          <Tab value="templates" label={translate('domicile.decision.from_templates')} />
          <Tab value="text" label={translate('domicile.decision.from_text')} />
        </Tabs>
        {from === 'templates' ? (
          <>
            <Typography variant="body2" color="text.secondary">{translate('domicile.decision.templates_lead')}</Typography>
            <FormGroup>
              {optionTemplates.map((name) => <FormControlLabel key={name} control={<Checkbox checked={templates.includes(name)} onChange={() => toggle(name)} />} label={translate(`domicile.decision.templates.${name}`)} />)}
            </FormGroup>
            {ready ? null : <Alert severity="info" variant="outlined">{translate('domicile.decision.too_few')}</Alert>}
          </>
        ) : (
          <>
            <Typography variant="body2" color="text.secondary">{translate('domicile.decision.text_lead')}</Typography>
            <Button component="label" sx={{ marginY: 1 }}>{translate('domicile.decision.open_file')}<input type="file" accept=".yaml,.yml,.json" hidden onChange={(event) => void event.target.files?.[0]?.text().then(setText)} /></Button>
            <TextField fullWidth multiline minRows={10} maxRows={20} label={translate('domicile.decision.case')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace', fontSize: 13 } } }} />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('domicile.common.cancel')}</Button>
        <Button variant="contained" disabled={busy || !ready} onClick={() => void draft()}>{translate('domicile.decision.draft')}</Button>
      </DialogActions>
    </Dialog>
  );
}
