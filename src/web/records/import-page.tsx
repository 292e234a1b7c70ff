import { useState, type DragEvent } from 'react';
import { Alert, Box, Button, Chip, Paper, TextField, Typography } from '@mui/material';
import { Title, useNotify, useTranslate } from 'react-admin';
import { type FileProblem } from '../api/problem-error.js';
import { request } from '../api/request.js';
import { ImportPreview, type ImportView } from './import-preview.js';
import { droppedFiles, pickedFiles, type PickedFile } from './picked-files.js';

/** Files into the register: what would change is shown, then exactly that is changed. */
export function ImportPage() {
  const translate = useTranslate();
  const notify = useNotify();
  const [files, setFiles] = useState<readonly PickedFile[]>([]);
  const [form, setForm] = useState({ collection: '', reason: '' });
  const [preview, setPreview] = useState<ImportView>();
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const take = async (picked: Promise<readonly PickedFile[]>): Promise<void> => {
    const found = await picked;
    for (const { path } of found.filter(({ sent }) => sent === undefined)) notify('domicile.import.unreadable', { type: 'warning', messageArgs: { name: path } });
    const texts = found.filter(({ sent }) => sent !== undefined);
    setFiles((before) => [...before.filter(({ path }) => !texts.some((each) => each.path === path)), ...texts]);
    setForm((before) => ({ ...before, collection: before.collection || (found[0]?.folder ?? '') }));
    setPreview(undefined);
  };
  const send = async (expects?: string): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      const body = { collection: form.collection.trim(), reason: form.reason.trim(), files: files.map(({ path, sent }) => ({ path, ...sent })), ...(expects === undefined ? {} : { expects }) };
      const view = await request<ImportView>('register/imports', { method: 'POST', body });
      setPreview(view.applied ? undefined : view);
      setProblems(view.problems);
      if (view.applied) {
        setFiles([]);
        notify('domicile.import.applied', { type: 'success', messageArgs: { revision: view.revision } });
      }
    } catch (error) {
      notify((error as Error).message, { type: 'error', autoHideDuration: 10_000, messageArgs: { _: (error as Error).message } });
    } finally {
      setBusy(false);
    }
  };
  const errors = problems.filter(({ level }) => level === undefined);
  const isFaulty = ({ path }: PickedFile): boolean => errors.some(({ file }) => `${file}/`.startsWith(`${form.collection.trim()}/${path}/`));
  const faulty = files.filter(isFaulty).length;
  const leaveOut = (): void => {
    setFiles(files.filter((file) => !isFaulty(file)));
    setProblems([]);
    setPreview(undefined);
  };
  const ready = files.length > 0 && form.collection.trim() !== '' && form.reason.trim() !== '' && !busy;
  const field = (name: keyof typeof form) => ({ value: form[name], required: true, size: 'small' as const, onChange: (event: { readonly target: { readonly value: string } }) => { setForm({ ...form, [name]: event.target.value }); setPreview(undefined); } });
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2 }}>
      <Title title={translate('domicile.import.title')} />
      <Typography color="text.secondary">{translate('domicile.import.lead')}</Typography>
      <DropPlace onTake={(picked) => void take(picked)} />
      {files.length === 0 ? null : <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>{files.map(({ path }) => <Chip key={path} label={path} onDelete={() => { setFiles(files.filter((file) => file.path !== path)); setPreview(undefined); }} />)}</Box>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 2fr' } }}>
        <TextField label={translate('domicile.import.collection')} helperText={translate('domicile.import.collection_help')} {...field('collection')} />
        <TextField label={translate('domicile.common.reason')} helperText={translate('domicile.import.reason_help')} {...field('reason')} />
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant={preview === undefined ? 'contained' : 'outlined'} disabled={!ready} onClick={() => void send()}>{translate('domicile.import.preview')}</Button>
        {preview === undefined || preview.changes.length === 0 || errors.length > 0 ? null : <Button variant="contained" disabled={!ready} onClick={() => void send(preview.digest)}>{translate('domicile.import.apply')}</Button>}
      </Box>
      {problems.length === 0 ? null : <Problems problems={problems} faulty={faulty} onLeaveOut={leaveOut} />}
      {preview === undefined ? null : <ImportPreview view={preview} />}
    </Box>
  );
}

function DropPlace({ onTake }: { readonly onTake: (picked: Promise<readonly PickedFile[]>) => void }) {
  const translate = useTranslate();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    onTake(droppedFiles(event.dataTransfer));
  };
  const picker = (label: string, folder: boolean) => (
    <Button component="label" variant="outlined">
      {translate(label)}
      <input type="file" multiple hidden {...(folder ? { webkitdirectory: '' } : {})} onChange={(event) => onTake(pickedFiles(event.target.files))} />
    </Button>
  );
  return (
    <Paper variant="outlined" onDrop={drop} onDragOver={(event) => event.preventDefault()} sx={{ padding: 4, borderStyle: 'dashed', borderWidth: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'center' }}>
      <Typography>{translate('domicile.import.drop')}</Typography>
      {picker('domicile.import.choose_files', false)}
      {picker('domicile.import.choose_folder', true)}
    </Paper>
  );
}

interface ProblemsProps {
  readonly problems: readonly FileProblem[];
  /** How many of the files that were chosen have errors. */
  readonly faulty: number;
  readonly onLeaveOut: () => void;
}

function Problems({ problems, faulty, onLeaveOut }: ProblemsProps) {
  const translate = useTranslate();
  return (
    <Alert severity={problems.every(({ level }) => level === 'warning') ? 'warning' : 'error'} variant="outlined">
      <Typography component="h2" variant="subtitle2">{translate('domicile.import.problems')}</Typography>
      <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5 }}>
        {problems.map(({ file, line, column, message }, index) => <li key={index}><code>{[file, line, column].filter((part) => part !== undefined).join(':')}</code> {message}</li>)}
      </Box>
      {faulty === 0 ? null : <Button size="small" color="inherit" variant="outlined" sx={{ marginTop: 1 }} onClick={onLeaveOut}>{translate('domicile.import.leave_out', { smart_count: faulty })}</Button>}
    </Alert>
  );
}
