import { useState, type FormEvent } from 'react';
import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { base64Of } from '../admin/base64-of.js';
import { Choice } from '../admin/choice.js';
import { Panel } from '../admin/panel.js';
import { RecordPicker } from '../admin/record-picker.js';
import { Refusal } from '../admin/refusal.js';
import { useAct } from '../admin/use-act.js';
import { type Evidence, type Schemas } from '../api/shapes.js';
import { acceptedFiles, evidenceTypes, mediaTypeOf } from './evidence-types.js';

type Stated = Pick<Schemas['NewEvidence'], 'title' | 'type'> & Readonly<Record<'record' | 'effective' | 'expires' | 'note', string>>;

/** Adds a document, or a new state of the one that `revises` in the address names. */
export function EvidenceForm() {
  const [parameters] = useSearchParams();
  const revises = parameters.get('revises') ?? undefined;
  const { data: before } = useGetOne<Evidence>('evidence', { id: revises ?? '' }, { enabled: revises !== undefined });
  return revises !== undefined && before === undefined ? null : <Fields before={before} />;
}

function Fields({ before }: { readonly before: Evidence | undefined }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { busy, problem, act } = useAct(false);
  const [file, setFile] = useState<File>();
  const [form, setForm] = useState<Stated>({ title: before?.title ?? '', type: evidenceTypes.find((each) => each === before?.type) ?? 'contract', record: before?.record ?? '', effective: '', expires: '', note: '' });
  const mediaType = file === undefined ? undefined : mediaTypeOf(file.name);
  const field = (name: 'title' | 'effective' | 'expires' | 'note') => ({ value: form[name], fullWidth: true, margin: 'dense' as const, onChange: (event: { readonly target: { readonly value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  const day = { type: 'date', slotProps: { inputLabel: { shrink: true } } } as const;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (file === undefined || mediaType === undefined) return;
    const content = base64Of(new Uint8Array(await file.arrayBuffer()));
    const stated = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== ''));
    const made = await act<Schemas['EvidenceItem']>('evidence', { method: 'POST', body: { ...stated, fileName: file.name, mediaType, content, ...(before === undefined ? {} : { revises: before.id }) } });
    if (made !== undefined) await navigate(`/evidence/${made.id}/show`);
  };
  const title = translate(before === undefined ? 'domicile.evidence.add' : 'domicile.evidence.revise');
  return (
    <Box component="form" onSubmit={(event) => void send(event)} sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 860 }}>
      <Title title={title} />
      <Panel title={title}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', marginBottom: 1 }}>
          <Button component="label" variant="outlined">
            {translate('domicile.evidence.choose')}
            <input type="file" hidden accept={acceptedFiles} onChange={(event) => setFile(event.target.files?.[0])} />
          </Button>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{file?.name ?? translate('domicile.evidence.no_file')}</Typography>
        </Box>
        {file !== undefined && mediaType === undefined ? <Alert severity="warning" variant="outlined">{translate('domicile.evidence.not_taken', { types: acceptedFiles.replaceAll(',', ', ') })}</Alert> : null}
        <TextField required label={translate('domicile.field.title')} {...field('title')} />
        <Choice label="domicile.field.kind" group="domicile.evidence.types" value={form.type} values={evidenceTypes} onChange={(type) => setForm({ ...form, type })} />
        <RecordPicker label={translate('domicile.evidence.record')} value={form.record} onPick={(record) => setForm({ ...form, record })} />
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
          <TextField required label={translate('domicile.field.effective')} helperText={translate('domicile.evidence.effective_help')} {...day} {...field('effective')} />
          <TextField label={translate('domicile.field.expires')} helperText={translate('domicile.evidence.expires_help')} {...day} {...field('expires')} />
        </Box>
        <TextField multiline minRows={2} label={translate('domicile.evidence.note')} {...field('note')} />
      </Panel>
      <Refusal problem={problem} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={busy || mediaType === undefined || form.title.trim() === '' || form.effective === ''}>{translate('domicile.common.save')}</Button>
        <Button component={Link} to={before === undefined ? '/evidence' : `/evidence/${before.id}/show`}>{translate('domicile.common.cancel')}</Button>
      </Box>
    </Box>
  );
}
