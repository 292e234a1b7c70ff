import { useState, type FormEvent } from 'react';
import { Autocomplete, Box, Button, IconButton, Paper, TextField, Typography } from '@mui/material';
import Delete from '@mui/icons-material/Delete';
import { Title, useGetOne, useNotify, useTranslate } from 'react-admin';
import { Choice } from '../admin/choice.js';
import { Panel } from '../admin/panel.js';
import { Refusal } from '../admin/refusal.js';
import { useAct } from '../admin/use-act.js';
import { type Schemas } from '../api/shapes.js';
import { RecipientsField } from '../deliveries/recipients-field.js';
import { languageNames } from '../words/language.js';
import { notificationKinds } from './notification-kinds.js';

type Settings = Schemas['NotificationSettings'] & { readonly id: string };
type Terms = Schemas['NotificationTerms'];
type Route = Terms['routes'][number];

/** Which notifications go where, and how often. */
export function NotificationSettings() {
  const { data } = useGetOne<Settings>('notification-settings', { id: 'settings' });
  return data === undefined ? null : <SettingsForm key={data.version} settings={data} />;
}

function SettingsForm({ settings: { version, daysBefore, confirmAfterDays, everyMinutes, first, language, routes } }: { readonly settings: Settings }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { busy, problem, act } = useAct(false);
  const [terms, setTerms] = useState<Terms>({ daysBefore, confirmAfterDays, everyMinutes, first, language, routes });
  const changeRoute = (at: number, route: Route): void => setTerms({ ...terms, routes: terms.routes.map((each, index) => (index === at ? route : each)) });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await act('notifications/settings', { method: 'PUT', body: terms, version })) !== undefined) notify('domicile.notification.saved', { type: 'success' });
  };
  return (
    <Box component="form" onSubmit={(event) => void save(event)} sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 860 }}>
      <Title title={translate('domicile.notification.settings')} />
      <Panel title={translate('domicile.notification.routes')}>
        <Typography color="text.secondary">{translate('domicile.notification.routes_lead')}</Typography>
        {terms.routes.map((route, at) => <RouteFields key={at} at={at} route={route} onChange={(changed) => changeRoute(at, changed)} onRemove={() => setTerms({ ...terms, routes: terms.routes.filter((_each, index) => index !== at) })} />)}
        <Button sx={{ marginTop: 1 }} variant="outlined" onClick={() => setTerms({ ...terms, routes: [...terms.routes, { kinds: [...notificationKinds], recipients: [] }] })}>{translate('domicile.notification.add_route')}</Button>
      </Panel>
      <Panel title={translate('domicile.notification.digest')}><DigestFields terms={terms} onChange={setTerms} /></Panel>
      <Refusal problem={problem} />
      <Box><Button type="submit" variant="contained" disabled={busy || terms.routes.some(({ kinds }) => kinds.length === 0) || terms.daysBefore.length === 0}>{translate('domicile.common.save')}</Button></Box>
    </Box>
  );
}

function RouteFields({ at, route, onChange, onRemove }: { readonly at: number; readonly route: Route; readonly onChange: (route: Route) => void; readonly onRemove: () => void }) {
  const translate = useTranslate();
  return (
    <Paper variant="outlined" role="group" aria-label={translate('domicile.notification.route', { number: at + 1 })} sx={{ padding: 1.5, marginTop: 1.5, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'start' }}>
      <Box>
        <Autocomplete
          multiple
          disableCloseOnSelect
          options={[...notificationKinds]}
          getOptionLabel={(kind) => translate(`domicile.notification.kinds.${kind}`)}
          value={[...route.kinds]}
          onChange={(_event, kinds) => onChange({ ...route, kinds })}
          renderInput={(props) => <TextField {...props} margin="dense" label={translate('domicile.notification.what')} />}
        />
        <RecipientsField label={translate('domicile.field.recipients')} recipients={route.recipients} onChange={(recipients) => onChange({ ...route, recipients })} />
      </Box>
      <IconButton aria-label={translate('ra.action.remove')} onClick={onRemove}><Delete /></IconButton>
    </Paper>
  );
}

function DigestFields({ terms, onChange }: { readonly terms: Terms; readonly onChange: (terms: Terms) => void }) {
  const translate = useTranslate();
  const number = (name: 'everyMinutes' | 'first', most: number) => ({ type: 'number', fullWidth: true, margin: 'dense' as const, value: terms[name], slotProps: { htmlInput: { min: 1, max: most } }, onChange: (event: { readonly target: { readonly value: string } }) => onChange({ ...terms, [name]: Number(event.target.value) }) });
  const days = (texts: readonly string[]): readonly number[] => [...new Set(texts.map(Number).filter((day) => Number.isInteger(day) && day >= 0))].sort((left, right) => right - left);
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
      <TextField label={translate('domicile.notification.every')} helperText={translate('domicile.notification.every_help')} {...number('everyMinutes', 10_080)} />
      <TextField label={translate('domicile.notification.first')} helperText={translate('domicile.notification.first_help')} {...number('first', 100)} />
      <Autocomplete multiple freeSolo autoSelect options={[]} value={terms.daysBefore.map(String)} onChange={(_event, texts) => onChange({ ...terms, daysBefore: days(texts) })} renderInput={(props) => <TextField {...props} margin="dense" label={translate('domicile.notification.days')} helperText={translate('domicile.notification.days_help')} />} />
      <TextField label={translate('domicile.notification.confirm')} helperText={translate('domicile.notification.confirm_help')} fullWidth type="number" margin="dense" value={terms.confirmAfterDays ?? ''} slotProps={{ htmlInput: { min: 1, max: 3_650 } }} onChange={({ target: { value } }) => onChange({ ...terms, confirmAfterDays: value === '' ? null : Number(value) })} />
      <Choice label="domicile.audit.language" value={terms.language} values={Object.keys(languageNames) as (keyof typeof languageNames)[]} name={(each) => languageNames[each]} onChange={(language) => onChange({ ...terms, language })} />
    </Box>
  );
}
