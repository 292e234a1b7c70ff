import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface ChoiceProps<Value extends string> {
  /** Key of the label. */
  readonly label: string;
  /** Where the words of the values stand; absent where `name` says them. */
  readonly group?: string;
  readonly name?: (value: Value) => string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few fixed words. */
export function Choice<Value extends string>({ label, group, name, values, value, onChange }: ChoiceProps<Value>) {
  const translate = useTranslate();
  return (
    <TextField select fullWidth margin="dense" label={translate(label)} value={value} onChange={(event) => onChange(event.target.value as Value)}>
      {values.map((each) => <MenuItem key={each} value={each}>{name?.(each) ?? translate(`${group ?? ''}.${each}`)}</MenuItem>)}
    </TextField>
  );
}
