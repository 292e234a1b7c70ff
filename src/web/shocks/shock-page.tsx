import { useState, type FormEvent } from 'react';
import { Alert, Autocomplete, Box, Button, FormControl, InputLabel, NativeSelect, TextField, Typography } from '@mui/material';
import { Title, useGetList, useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { request } from '../api/request.js';
import { may } from '../api/session.js';
import { type InventoryRecord } from '../api/shapes.js';
import { ShockOutcome } from './shock-outcome.js';
import { shockFields, type ShockAnswer, type ShockField } from './shock.js';

const kinds = Object.keys(shockFields);
const begin: Readonly<Record<string, string>> = { jurisdiction: 'US', days: '30' };

/** Choose a shock, and see what breaks and what has a fallback. Nothing is stored. */
export function ShockPage() {
  const translate = useTranslate();
  const [kind, setKind] = useState(kinds[0] ?? '');
  const [given, setGiven] = useState<Readonly<Record<string, string>>>(begin);
  const [answer, setAnswer] = useState<ShockAnswer>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const fields = shockFields[kind] ?? [];
  const missing = fields.some(({ name, optional }) => optional !== true && (given[name] ?? '').trim() === '');
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const said = fields.flatMap(({ name, number }) => ((given[name] ?? '').trim() === '' ? [] : [[name, number === true ? Number(given[name]) : (given[name] ?? '').trim()]]));
      setAnswer(await request<ShockAnswer>('shocks', { method: 'POST', body: { kind, ...Object.fromEntries(said) } }));
      setProblem(undefined);
    } catch (error) {
      setAnswer(undefined);
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const title = translate('domicile.shock.title');
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={title} />
      <Typography component="h1" variant="h5">{title}</Typography>
      <Panel title={translate('domicile.shock.choose')}>
        <Typography variant="body2" color="text.secondary" sx={{ marginBottom: 2 }}>{translate('domicile.shock.lead')}</Typography>
        <Box component="form" onSubmit={(event: FormEvent) => void run(event)} sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(4, minmax(0, 1fr))' }, alignItems: 'end' }}>
          <FormControl size="small">
            <InputLabel shrink htmlFor="shock-kind">{translate('domicile.shock.kind')}</InputLabel>
            <NativeSelect value={kind} onChange={(event) => setKind(event.target.value)} inputProps={{ id: 'shock-kind' }}>
              {kinds.map((each) => <option key={each} value={each}>{translate(`domicile.shock.kinds.${each}`)}</option>)}
            </NativeSelect>
          </FormControl>
          {fields.map((field) => <Field key={`${kind} ${field.name}`} field={field} value={given[field.name] ?? ''} onChange={(value) => setGiven((before) => ({ ...before, [field.name]: value }))} />)}
          <Button type="submit" variant="contained" disabled={busy || missing}>{translate(busy ? 'domicile.shock.busy' : 'domicile.shock.run')}</Button>
        </Box>
      </Panel>
      {problem === undefined ? null : <Alert severity="error">{translate(problem, { _: problem })}</Alert>}
      {answer === undefined ? null : <ShockOutcome answer={answer} />}
    </Box>
  );
}

interface FieldProps {
  readonly field: ShockField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ field: { name, of, number, optional }, value, onChange }: FieldProps) {
  const translate = useTranslate();
  const { data } = useGetList<InventoryRecord>(of ?? 'provider', { pagination: { page: 1, perPage: 200 }, sort: { field: 'id', order: 'ASC' } }, { enabled: of !== undefined && may('register:read') });
  const label = `${translate(`domicile.shock.field.${name}`)}${optional === true ? ` (${translate('domicile.shock.optional')})` : ''}`;
  const html = number === true ? { min: 1, max: 3650 } : {};
  if (of === undefined) return <TextField size="small" label={label} type={number === true ? 'number' : 'text'} value={value} onChange={(event) => onChange(event.target.value)} slotProps={{ htmlInput: html }} />;
  return <Autocomplete freeSolo size="small" options={(data ?? []).map(({ key, id }) => String(key ?? id).split('/').at(-1) ?? '')} inputValue={value} onInputChange={(_event, next) => onChange(next)} renderInput={(parameters) => <TextField {...parameters} label={label} />} />;
}
