import { Autocomplete, TextField } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { type PolicyPack } from '../api/shapes.js';

/** Policy packs by their title; none picked stands for those that the register asks for. */
export function PacksField({ packs, onChange }: { readonly packs: readonly string[]; readonly onChange: (packs: readonly string[]) => void }) {
  const translate = useTranslate();
  const all = useGetList<PolicyPack>('policies', { pagination: { page: 1, perPage: 1000 }, sort: { field: 'title', order: 'ASC' } }).data ?? [];
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={all.map(({ id }) => id)}
      getOptionLabel={(id) => all.find((pack) => pack.id === id)?.title ?? id}
      value={[...packs]}
      onChange={(_event, picked) => onChange(picked)}
      renderInput={(props) => <TextField {...props} margin="dense" label={translate('domicile.kind.policy', { smart_count: 2 })} helperText={translate('domicile.schedule.packs_help')} />}
    />
  );
}
