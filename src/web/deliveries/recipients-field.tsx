import { Autocomplete, TextField } from '@mui/material';
import { useGetOne, useTranslate } from 'react-admin';
import { usePeople } from '../admin/person.js';
import { may } from '../api/session.js';
import { type Recipient, type Schemas } from '../api/shapes.js';
import { useRecipientName } from './recipient-names.js';

interface RecipientsFieldProps {
  readonly label: string;
  readonly recipients: readonly Recipient[];
  readonly onChange: (recipients: readonly Recipient[]) => void;
}

/** People, webhooks and folders to pick from, and addresses to type. */
export function RecipientsField({ label, recipients, onChange }: RecipientsFieldProps) {
  const translate = useTranslate();
  const nameOf = useRecipientName();
  const people = usePeople();
  const { data: channels } = useGetOne<Schemas['DeliveryChannels'] & { readonly id: string }>('delivery-channels', { id: 'channels' }, { enabled: may('delivery:manage') });
  const options: readonly Recipient[] = [
    ...(channels?.email === false ? [] : people.filter(({ active }) => active).map(({ id }): Recipient => ({ kind: 'user', id: String(id) }))),
    ...(channels?.webhooks ?? []).map((name): Recipient => ({ kind: 'webhook', name })),
    ...(channels?.folders ?? []).map((name): Recipient => ({ kind: 'folder', name })),
  ];
  const help = channels?.email === false ? 'domicile.recipient.no_mail' : channels === undefined || channels.domains.length === 0 ? 'domicile.recipient.help' : 'domicile.recipient.help_domains';
  return (
    <Autocomplete<Recipient, true, false, true>
      multiple
      freeSolo
      autoSelect
      options={options}
      groupBy={({ kind }) => translate(`domicile.recipient.kinds.${kind}`)}
      getOptionLabel={(option) => (typeof option === 'string' ? option : nameOf(option))}
      isOptionEqualToValue={(option, value) => JSON.stringify(option) === JSON.stringify(value)}
      value={[...recipients]}
      onChange={(_event, picked) => onChange(picked.map((each): Recipient => (typeof each === 'string' ? { kind: 'email', address: each.trim() } : each)))}
      renderInput={(props) => <TextField {...props} margin="dense" label={label} helperText={translate(help, { domains: channels?.domains.join(', ') })} />}
    />
  );
}
