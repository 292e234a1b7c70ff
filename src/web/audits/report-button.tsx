import { useState } from 'react';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { queryText } from '../api/request.js';
import { useAct } from '../admin/use-act.js';
import { may } from '../api/session.js';
import { language, languageNames } from '../words/language.js';
import { reportTemplates } from './report-templates.js';

/** The report of an audit as a PDF, in the template and language that are chosen. */
export function ReportButton({ audit }: { readonly audit: string }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<Record<'template' | 'language', string>>({ template: 'full-audit', language: language() });
  const notify = useNotify();
  const { busy, act } = useAct();
  const keep = async (): Promise<void> => {
    if ((await act('jobs', { method: 'POST', body: { kind: 'report', input: { audit, ...form } } })) === undefined) return;
    notify('domicile.report.keeping', { type: 'info' });
    setOpen(false);
  };
  const title = translate('domicile.audit.report');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{title}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} fullWidth maxWidth="xs" slotProps={{ paper: { 'aria-label': title } }}>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          <TextField select fullWidth margin="dense" label={translate('domicile.audit.template')} value={form.template} onChange={(event) => setForm({ ...form, template: event.target.value })}>
            {reportTemplates.map((each) => <MenuItem key={each} value={each}>{translate(`domicile.audit.templates.${each}`)}</MenuItem>)}
          </TextField>
          <TextField select fullWidth margin="dense" label={translate('domicile.audit.language')} value={form.language} onChange={(event) => setForm({ ...form, language: event.target.value })}>
            {Object.entries(languageNames).map(([each, name]) => <MenuItem key={each} value={each} lang={each}>{name}</MenuItem>)}
          </TextField>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('domicile.common.cancel')}</Button>
          {may('job:create') ? <Button disabled={busy} onClick={() => void keep()}>{translate('domicile.report.keep')}</Button> : null}
          <Button variant="contained" component="a" href={`/api/v1/audits/${audit}/report.pdf${queryText(form)}`} download={`audit-${audit}.pdf`} onClick={() => setOpen(false)}>{translate('domicile.audit.download')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
