import { Alert, Box, Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Show, useRefresh, useShowContext, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { FactList } from '../admin/fact-list.js';
import { Panel } from '../admin/panel.js';
import { Person } from '../admin/person.js';
import { may } from '../api/session.js';
import { type Schemas } from '../api/shapes.js';
import { Expiry } from './expiry.js';

type Item = Schemas['EvidenceItem'];

export function EvidenceShow() {
  return (
    <Show actions={false} component="div">
      <EvidenceScreen />
    </Show>
  );
}

function EvidenceScreen() {
  const translate = useTranslate();
  const { record } = useShowContext<Item>();
  if (record === undefined) return null;
  const { title, type, revises, revisedBy, reads } = record;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <Typography color="text.secondary">{translate(`domicile.evidence.types.${type}`, { _: type })}</Typography>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography component="h1" variant="h5" sx={{ flexGrow: 1 }}>{title}</Typography>
          <Actions item={record} />
        </Box>
      </Box>
      {revisedBy === null ? null : <Alert severity="warning" variant="outlined">{translate('domicile.evidence.revised')} <OtherState id={revisedBy} name="domicile.evidence.newer" /></Alert>}
      <Panel title={translate('domicile.evidence.what')}>
        <Facts {...record} />
        {revises === null ? null : <Typography sx={{ marginTop: 1 }}><OtherState id={revises} name="domicile.evidence.older" /></Typography>}
      </Panel>
      <Panel title={translate('domicile.evidence.reads')}>
        {reads.length === 0 ? <Typography color="text.secondary">{translate('domicile.evidence.unread')}</Typography> : null}
        <List dense disablePadding>
          {reads.map(({ at, by, why }, index) => <ListItem key={index} disableGutters><ListItemText primary={<Person {...by} />} secondary={<><Day at={at} time /> · {translate(`domicile.evidence.why.${why}`, { _: why })}</>} /></ListItem>)}
        </List>
      </Panel>
    </Box>
  );
}

function Facts({ record, effective, expires, note, fileName, size, sha256, addedAt, addedBy }: Item) {
  return (
    <FactList
      facts={[
        ['domicile.evidence.record', record === null ? undefined : <Link to={`/${record.split('/').map(encodeURIComponent).join('/')}/show`} style={{ color: 'inherit' }}>{record}</Link>],
        ['domicile.field.effective', <Day key="from" at={effective} />],
        ['domicile.field.expires', <Expiry key="until" expires={expires} />],
        ['domicile.field.addedBy', <><Person id={addedBy} /> · <Day at={addedAt} time /></>],
        ['domicile.evidence.note', note],
        ['domicile.evidence.file', `${fileName} · ${Math.ceil(size / 1024)} kB`],
        ['domicile.field.sha256', <code key="sha256">{sha256}</code>],
      ]}
    />
  );
}

function OtherState({ id, name }: { readonly id: string; readonly name: string }) {
  return <Link to={`/evidence/${id}/show`} style={{ color: 'inherit' }}>{useTranslate()(name)}</Link>;
}

function Actions({ item: { id, revisedBy } }: { readonly item: Item }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const readSoon = (): void => void setTimeout(refresh, 1_000);
  return (
    <>
      <Button variant="outlined" component="a" href={`/api/v1/evidence/${id}/content`} download onClick={readSoon}>{translate('domicile.evidence.download')}</Button>
      {revisedBy === null && may('evidence:add') ? <Button variant="outlined" component={Link} to={`/evidence/create?revises=${id}`}>{translate('domicile.evidence.revise')}</Button> : null}
    </>
  );
}
