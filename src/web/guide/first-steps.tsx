import { useState, type ReactNode } from 'react';
import { Box, Button, Checkbox, Link as PlainLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useGetList, useTranslate } from 'react-admin';
import { filteredList } from '../admin/filtered-list.js';
import { Panel } from '../admin/panel.js';
import { queryText } from '../api/request.js';
import { may } from '../api/session.js';
import { type Audit, type Finding, type InventoryRecord } from '../api/shapes.js';
import { language } from '../words/language.js';
import { keepSteps, keptSteps } from './kept-steps.js';

/** What the example organisation asks first. */
const subject = 'claims-assistant';
const collection = 'nordlicht-example';
const steps = ['audit', 'conforming', 'field', 'report'] as const;
type Step = (typeof steps)[number];

/** Leads through the example organisation on the first visits, until it is dismissed: from the question to the field to fix and the report for the board. */
export function FirstSteps() {
  const translate = useTranslate();
  const [kept, setKept] = useState(keptSteps);
  const shown = may('register:read') && may('finding:read') && may('audit:read') && !kept.dismissed;
  const one = { page: 1, perPage: 1 };
  const { data: deployments = [] } = useGetList<InventoryRecord>('deployment', { filter: { search: subject }, pagination: one, sort: { field: 'id', order: 'ASC' } }, { enabled: shown });
  const isExample = shown && deployments.some(({ id, sources }) => id === subject && sources.some((source) => source.startsWith(`${collection}/`)));
  const { data: findings = [] } = useGetList<Finding>('findings', { filter: { subject: `deployment/${subject}` }, pagination: one, sort: { field: 'severity', order: 'ASC' } }, { enabled: isExample });
  const { data: audits = [] } = useGetList<Audit>('audits', { filter: { of: 'register' }, pagination: one, sort: { field: '', order: 'ASC' } }, { enabled: isExample });
  if (!isExample) return null;
  const [audit, finding] = [audits[0], findings[0]];
  const keep = (next: typeof kept): void => {
    keepSteps(next);
    setKept(next);
  };
  const done = (step: Step): void => keep({ ...kept, done: [...new Set([...kept.done, step])] });
  const text = (step: Step): string => translate(`domicile.guide.${step}`);
  const links: Readonly<Record<Step, ReactNode>> = {
    audit: text('audit'),
    conforming: audit === undefined ? text('conforming') : <PlainLink component={Link} to={filteredList('findings', { subject: `deployment/${subject}` })} onClick={() => done('conforming')}>{text('conforming')}</PlainLink>,
    field: finding === undefined ? text('field') : <PlainLink component={Link} to={`/findings/${finding.id}/show`} onClick={() => done('field')}>{text('field')}</PlainLink>,
    report: audit === undefined ? text('report') : <PlainLink href={`/api/v1/audits/${audit.id}/report.pdf${queryText({ template: 'board-brief', language: language() })}`} download={`audit-${audit.id}.pdf`} onClick={() => done('report')}>{text('report')}</PlainLink>,
  };
  const isDone = (step: Step): boolean => kept.done.includes(step) || (step === 'audit' && audit !== undefined);
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <Panel title={translate('domicile.guide.title')} actions={<Button size="small" onClick={() => keep({ ...kept, dismissed: true })}>{translate('domicile.guide.dismiss')}</Button>}>
        <Typography color="text.secondary">{translate('domicile.guide.lead')}</Typography>
        <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {steps.map((step) => (
            <Box component="li" key={step} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
              <Checkbox size="small" checked={isDone(step)} onChange={() => keep({ ...kept, done: isDone(step) ? kept.done.filter((each) => each !== step) : [...kept.done, step] })} slotProps={{ input: { 'aria-label': text(step) } }} />
              <span>{links[step]}</span>
            </Box>
          ))}
        </Box>
      </Panel>
    </Box>
  );
}
