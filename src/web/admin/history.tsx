import { List, ListItem, ListItemText } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type HistoryEvent } from '../api/shapes.js';
import { Day } from './day.js';
import { Person, usePeople } from './person.js';

/** Everything that happened to a finding or waiver, newest first. */
export function History({ events }: { readonly events: readonly HistoryEvent[] }) {
  const translate = useTranslate();
  const people = usePeople();
  const nameOf = (id: string | undefined): string => people.find((person) => person.id === id)?.name ?? translate('domicile.common.nobody');
  return (
    <List dense disablePadding>
      {[...events].reverse().map((event, index) => (
        <ListItem key={index} disableGutters alignItems="flex-start">
          <ListItemText
            primary={<><strong>{translate(`domicile.event.${event.what}`, { _: event.what, name: nameOf(textIn(event, 'to')) })}</strong> · <Person {...event.by} /></>}
            secondary={<>{remarkOf(event) === undefined ? null : <span style={{ display: 'block', whiteSpace: 'pre-wrap' }}>{remarkOf(event)}</span>}<Day at={event.at} time /></>}
          />
        </ListItem>
      ))}
    </List>
  );
}

function textIn({ details }: HistoryEvent, name: string): string | undefined {
  const text = details[name];
  return typeof text === 'string' ? text : undefined;
}

function remarkOf(event: HistoryEvent): string | undefined {
  return textIn(event, 'text') ?? textIn(event, 'remark');
}
