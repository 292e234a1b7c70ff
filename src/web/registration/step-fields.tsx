import { type ReactNode } from 'react';
import { Autocomplete, Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useCountryName } from '../charts/use-country-name.js';

interface FieldProps<Value> {
  /** Key of the label. */
  readonly label: string;
  readonly help?: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Countries that are offered; any other code can be typed. */
const countries = ['AT', 'BE', 'BG', 'CA', 'CH', 'CN', 'CY', 'CZ', 'DE', 'DK', 'EE', 'EEA', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IN', 'IS', 'IT', 'JP', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SG', 'SI', 'SK', 'US'];
const isCountry = (code: string): boolean => /^([A-Z]{2}|EEA)$/.test(code);

/** Two fields beside each other, one on a phone. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>{children}</Box>;
}

export function TextLine({ label, help, value, onChange, required = false, type = 'text' }: FieldProps<string> & { readonly required?: boolean; readonly type?: 'text' | 'number' }) {
  const translate = useTranslate();
  return <TextField fullWidth margin="dense" type={type} required={required} label={translate(label)} helperText={help === undefined ? undefined : translate(help)} value={value} onChange={(event) => onChange(event.target.value)} slotProps={type === 'number' ? { htmlInput: { min: 0 } } : {}} />;
}

/** One of a few words, or nothing where it is not known. */
export function WordChoice({ label, help, value, onChange, group, words }: FieldProps<string> & { readonly group: string; readonly words: readonly string[] }) {
  const translate = useTranslate();
  return (
    <TextField select fullWidth margin="dense" label={translate(label)} helperText={help === undefined ? undefined : translate(help)} value={value} onChange={(event) => onChange(event.target.value)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      <MenuItem value="">{translate('domicile.registration.unknown')}</MenuItem>
      {words.map((word) => <MenuItem key={word} value={word}>{translate(`domicile.registration.${group}.${word}`)}</MenuItem>)}
    </TextField>
  );
}

/** Words of one's own, some of which are offered. */
export function Words({ label, help, value, onChange, offered }: FieldProps<readonly string[]> & { readonly offered: readonly string[] }) {
  const translate = useTranslate();
  return <Autocomplete multiple freeSolo autoSelect options={[...offered]} value={[...value]} onChange={(_event, picked) => onChange([...new Set(picked.map((each) => each.trim()).filter(Boolean))])} renderInput={(props) => <TextField {...props} margin="dense" label={translate(label)} helperText={help === undefined ? undefined : translate(help)} />} />;
}

export function Countries({ label, help, value, onChange }: FieldProps<readonly string[]>) {
  const translate = useTranslate();
  const nameOf = useCountryName();
  return <Autocomplete multiple freeSolo options={countries} getOptionLabel={(code) => `${code} · ${nameOf(code)}`} value={[...value]} onChange={(_event, picked) => onChange([...new Set(picked.map((each) => each.trim().toUpperCase()).filter(isCountry))])} renderInput={(props) => <TextField {...props} margin="dense" label={translate(label)} helperText={help === undefined ? undefined : translate(help)} />} />;
}

export function Country({ label, value, onChange }: FieldProps<string>) {
  const translate = useTranslate();
  const nameOf = useCountryName();
  return <Autocomplete options={countries} getOptionLabel={(code) => `${code} · ${nameOf(code)}`} value={value === '' ? null : value} onChange={(_event, picked) => onChange(picked ?? '')} renderInput={(props) => <TextField {...props} margin="dense" label={translate(label)} />} />;
}
