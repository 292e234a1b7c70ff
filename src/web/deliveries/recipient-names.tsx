import { useTranslate } from 'react-admin';
import { usePeople } from '../admin/person.js';
import { type Recipient } from '../api/shapes.js';

/** What a recipient is called: a person by name, an address, a webhook or folder with what it is. */
export function useRecipientName(): (recipient: Recipient) => string {
  const translate = useTranslate();
  const people = usePeople();
  return (recipient) => {
    if (recipient.kind === 'user') return people.find(({ id }) => id === recipient.id)?.name ?? recipient.id.slice(0, 8);
    return recipient.kind === 'email' ? recipient.address : translate(`domicile.recipient.${recipient.kind}`, { name: recipient.name });
  };
}

export function RecipientNames({ recipients }: { readonly recipients: readonly Recipient[] }) {
  const nameOf = useRecipientName();
  return <>{recipients.map(nameOf).join(', ')}</>;
}
