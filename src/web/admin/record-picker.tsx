import { useState } from 'react';
import { Autocomplete, TextField } from '@mui/material';
import { useGetList } from 'react-admin';
import { type InventoryRecord } from '../api/shapes.js';

interface RecordPickerProps {
  readonly label: string;
  /** Only records of this kind, which are then named by their id. */
  readonly kind?: InventoryRecord['kind'];
  readonly value: string;
  readonly required?: boolean;
  readonly onPick: (value: string) => void;
}

/** A record of the register, found by typing a part of it. */
export function RecordPicker({ label, kind, value, required = false, onPick }: RecordPickerProps) {
  const [search, setSearch] = useState('');
  const { data = [], isFetching } = useGetList<InventoryRecord>(kind ?? 'records', { filter: search === value ? {} : { search }, pagination: { page: 1, perPage: 25 }, sort: { field: 'id', order: 'ASC' } });
  const found = data.map(({ id, key }) => (kind === undefined ? key : id));
  return (
    <Autocomplete
      options={found}
      filterOptions={(all) => all}
      loading={isFetching}
      value={value === '' ? null : value}
      onChange={(_event, picked) => onPick(picked ?? '')}
      onInputChange={(_event, text) => setSearch(text)}
      isOptionEqualToValue={(option, picked) => option === picked}
      renderInput={(props) => <TextField {...props} label={label} required={required} margin="dense" />}
    />
  );
}
