import { type ReactNode } from 'react';
import { FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { RecordPicker } from '../admin/record-picker.js';
import { type Chosen } from './deployment-draft.js';
import { TextLine } from './step-fields.js';

interface ChooseOrNameProps {
  readonly kind: 'model' | 'provider';
  readonly chosen: Chosen;
  readonly onChange: (chosen: Partial<Chosen>) => void;
  /** What else is said of a new one. */
  readonly children: ReactNode;
}

/** Something that the register has already, or a new one. */
export function ChooseOrName({ kind, chosen, onChange, children }: ChooseOrNameProps) {
  const translate = useTranslate();
  return (
    <>
      <RadioGroup row aria-label={translate(`resources.${kind}.name`, { smart_count: 1 })} value={chosen.isNew ? 'new' : 'register'} onChange={(_event, from) => onChange({ isNew: from === 'new' })}>
        <FormControlLabel value="register" control={<Radio />} label={translate(`domicile.registration.from_register.${kind}`)} />
        <FormControlLabel value="new" control={<Radio />} label={translate(`domicile.registration.new.${kind}`)} />
      </RadioGroup>
      {chosen.isNew ? (
        <>
          <TextLine required label={`domicile.registration.name_of.${kind}`} value={chosen.name} onChange={(name) => onChange({ name })} />
          {children}
        </>
      ) : (
        <RecordPicker required kind={kind} label={translate(`resources.${kind}.name`, { smart_count: 1 })} value={chosen.id} onPick={(id) => onChange({ id })} />
      )}
    </>
  );
}
