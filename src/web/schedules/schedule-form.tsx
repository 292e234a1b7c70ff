import { useState, type FormEvent } from 'react';
import { Autocomplete, Box, Button, FormControlLabel, Switch, TextField } from '@mui/material';
import { Link, useNavigate } from 'react-router-dom';
import { Title, useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { Refusal } from '../admin/refusal.js';
import { useAct } from '../admin/use-act.js';
import { severities, type Schedule } from '../api/shapes.js';
import { reportTemplates } from '../audits/report-templates.js';
import { RecipientsField } from '../deliveries/recipients-field.js';
import { languageNames } from '../words/language.js';
import { Choice } from '../admin/choice.js';
import { NextTimes } from './next-times.js';
import { PacksField } from './packs-field.js';
import { type ScheduleTerms } from './schedule-terms.js';
import { useNextTimes } from './use-next-times.js';

const rhythms = { daily: '0 8 * * *', workdays: '0 8 * * 1-5', weekly: '0 8 * * 1', monthly: '0 8 1 * *', quarterly: '0 8 1 1,4,7,10 *' } as const;

interface ScheduleFormProps {
  readonly title: string;
  readonly terms: ScheduleTerms;
  /** What is changed; absent for a new one. */
  readonly saved?: Pick<Schedule, 'id' | 'version'>;
}

interface PartProps {
  readonly terms: ScheduleTerms;
  readonly onChange: (terms: ScheduleTerms) => void;
}

export function ScheduleForm({ title, terms: before, saved }: ScheduleFormProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { busy, problem, act } = useAct(false);
  const [terms, setTerms] = useState(before);
  const { fault } = useNextTimes(terms.cron, terms.timeZone);
  const back = saved === undefined ? '/schedules' : `/schedules/${saved.id}/show`;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { ...terms, name: terms.name.trim(), cron: terms.cron.trim() };
    const kept = await (saved === undefined ? act<Schedule>('schedules', { method: 'POST', body }) : act<Schedule>(`schedules/${saved.id}`, { method: 'PUT', body, version: saved.version }));
    if (kept !== undefined) await navigate(`/schedules/${kept.id}/show`);
  };
  return (
    <Box component="form" onSubmit={(event) => void save(event)} sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 860 }}>
      <Title title={title} />
      <Panel title={translate('domicile.schedule.times')}><Times terms={terms} onChange={setTerms} /></Panel>
      <Panel title={translate('domicile.schedule.audited')}><Audited terms={terms} onChange={setTerms} /></Panel>
      <Panel title={translate('domicile.field.report')}><Report terms={terms} onChange={setTerms} /></Panel>
      <Refusal problem={problem} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={busy || terms.name.trim() === '' || fault !== undefined}>{translate('domicile.common.save')}</Button>
        <Button component={Link} to={back}>{translate('domicile.common.cancel')}</Button>
      </Box>
    </Box>
  );
}

function Times({ terms, onChange }: PartProps) {
  const translate = useTranslate();
  const { next, fault } = useNextTimes(terms.cron, terms.timeZone);
  const rhythm = Object.entries(rhythms).find(([, cron]) => cron === terms.cron)?.[0] ?? 'own';
  const choose = (name: string): void => {
    if (name in rhythms) onChange({ ...terms, cron: rhythms[name as keyof typeof rhythms] });
  };
  return (
    <>
      <TextField required fullWidth margin="dense" label={translate('domicile.field.name')} value={terms.name} onChange={(event) => onChange({ ...terms, name: event.target.value })} />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' } }}>
        <Choice label="domicile.schedule.rhythm" group="domicile.schedule.rhythms" value={rhythm} values={[...Object.keys(rhythms), 'own']} onChange={choose} />
        <TextField required fullWidth margin="dense" label={translate('domicile.schedule.cron')} error={fault !== undefined} helperText={fault ?? translate('domicile.schedule.cron_help')} value={terms.cron} slotProps={{ htmlInput: { style: { fontFamily: 'monospace' }, spellCheck: false } }} onChange={(event) => onChange({ ...terms, cron: event.target.value })} />
        <Autocomplete disableClearable options={[...new Set(['UTC', terms.timeZone, ...Intl.supportedValuesOf('timeZone')])]} value={terms.timeZone} onChange={(_event, timeZone) => onChange({ ...terms, timeZone })} renderInput={(props) => <TextField {...props} required margin="dense" label={translate('domicile.field.timeZone')} />} />
      </Box>
      <Box aria-live="polite" sx={{ marginTop: 1, minHeight: { xs: '4.5em', md: '1.5em' } }}>{next.length === 0 ? null : <NextTimes next={next} timeZone={terms.timeZone} />}</Box>
      <FormControlLabel label={translate('domicile.schedule.enabled')} control={<Switch checked={terms.enabled} onChange={(_event, enabled) => onChange({ ...terms, enabled })} />} />
    </>
  );
}

function Audited({ terms, onChange }: PartProps) {
  const translate = useTranslate();
  const { packs, only, failOn, onUnknown, ...others } = terms.audit;
  const change = (audit: ScheduleTerms['audit']): void => {
    const merged = { packs, only, failOn, onUnknown, ...others, ...audit };
    onChange({ ...terms, audit: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && (typeof value === 'string' || value.length > 0))) });
  };
  return (
    <>
      <PacksField packs={packs ?? []} onChange={(picked) => change({ packs: picked })} />
      <Autocomplete multiple freeSolo options={[]} value={[...(only ?? [])]} onChange={(_event, part) => change({ only: part })} renderInput={(props) => <TextField {...props} margin="dense" label={translate('domicile.schedule.part')} helperText={translate('domicile.schedule.part_help')} />} />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
        <Choice label="domicile.schedule.fail_on" group="domicile.severity" value={failOn ?? 'high'} values={severities} onChange={(picked) => change({ failOn: picked })} />
        <Choice label="domicile.schedule.on_unknown" group="domicile.schedule.unknowns" value={onUnknown ?? 'fail'} values={['fail', 'warn']} onChange={(picked) => change({ onUnknown: picked })} />
      </Box>
    </>
  );
}

function Report({ terms, onChange }: PartProps) {
  const translate = useTranslate();
  const { report, condition, recipients } = terms;
  return (
    <>
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
        <Choice label="domicile.audit.template" group="domicile.audit.templates" value={report.template} values={reportTemplates} onChange={(template) => onChange({ ...terms, report: { ...report, template } })} />
        <Choice label="domicile.audit.language" value={report.language} values={Object.keys(languageNames) as (keyof typeof languageNames)[]} name={(each) => languageNames[each]} onChange={(language) => onChange({ ...terms, report: { ...report, language } })} />
      </Box>
      <Choice label="domicile.schedule.condition" group="domicile.schedule.conditions" value={condition} values={['always', 'changed', 'worse']} onChange={(picked) => onChange({ ...terms, condition: picked })} />
      <RecipientsField label={translate('domicile.field.recipients')} recipients={recipients} onChange={(picked) => onChange({ ...terms, recipients: picked })} />
    </>
  );
}
