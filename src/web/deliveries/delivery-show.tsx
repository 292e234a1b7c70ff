import { Alert, Box, Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import { Show, useShowContext, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { FactList } from '../admin/fact-list.js';
import { Panel } from '../admin/panel.js';
import { useAct } from '../admin/use-act.js';
import { WordChip } from '../admin/word-chip.js';
import { type Delivery } from '../api/shapes.js';
import { RecipientNames } from './recipient-names.js';

export function DeliveryShow() {
  return (
    <Show actions={false} component="div">
      <DeliveryScreen />
    </Show>
  );
}

function DeliveryScreen() {
  const translate = useTranslate();
  const { record } = useShowContext<Delivery>();
  const { busy, act } = useAct();
  if (record === undefined) return null;
  const { id, title, state, recipient, origin, attempts, createdAt, endedAt } = record;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <WordChip group="delivery_state" word={state} />
        <Typography component="h1" variant="h5" sx={{ marginTop: 1 }}>{title}</Typography>
      </Box>
      {state === 'dead' ? (
        <Alert severity="error" variant="outlined" action={<Button color="inherit" variant="outlined" disabled={busy} onClick={() => void act(`deliveries/${id}/resend`, { method: 'POST' })}>{translate('domicile.delivery.resend')}</Button>}>
          {translate('domicile.delivery.dead_lead')}
        </Alert>
      ) : null}
      <Panel title={translate('domicile.delivery.what')}>
        <FactList
          facts={[
            ['domicile.field.recipient', <RecipientNames key="to" recipients={[recipient]} />],
            ['domicile.field.origin', origin],
            ['domicile.field.id', <code key="id">{id}</code>],
            ['domicile.field.createdAt', <Day key="made" at={createdAt} time />],
            ['domicile.field.endedAt', endedAt === null ? undefined : <Day at={endedAt} time />],
          ]}
        />
      </Panel>
      <Panel title={translate('domicile.field.attempts')}>
        {attempts.length === 0 ? <Typography color="text.secondary">{translate('domicile.delivery.no_attempt')}</Typography> : null}
        <List dense disablePadding>
          {[...attempts].reverse().map(({ at, outcome, note }) => (
            <ListItem key={at} disableGutters>
              <ListItemText primary={<><WordChip group="attempt" word={outcome} /> <Day at={at} time /></>} secondary={note} slotProps={{ secondary: { sx: { overflowWrap: 'anywhere' } } }} />
            </ListItem>
          ))}
        </List>
      </Panel>
    </Box>
  );
}
