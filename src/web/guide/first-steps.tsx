import { useState, type ReactNode } from 'react';
import { Box, Button, Checkbox, Link as PlainLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useGetList, useTranslate } from 'react-admin';
import { filteredList } from '../admin/filtered-list.js';
import { Panel } from '../admin/panel.js';
import { queryText } from '../api/request.js';
import { type Audit, type Finding } from '../api/shapes.js';
import { language } from '../words/language.js';
import { exampleSubject } from './example-subject.js';
import { keepSteps, keptSteps } from './kept-steps.js';

const steps = ['audit', 'conforming', 'field', 'report'] as const;
type Step = (typeof steps)[number];

/** Leads through the example organisation on the first visits, until it is dismissed: from the question to the field to fix and the report for the board. */
export function FirstSteps() {
  const translate = useTranslate();
  const [kept, setKept] = useState(keptSteps);
  const one = { page: 1, perPage: 1 };
  const { data: findings = [] } = useGetList<Finding>('findings', { filter: { subject: `deployment/${exampleSubject}` }, pagination: one, sort: { field: 'severity', order: 'ASC' } });
  const { data: audits = [] } = useGetList<Audit>('audits', { filter: { of: 'register' }, pagination: one, sort: { field: '', order: 'ASC' } });
  if (kept.dismissed) return null;
  const [audit, finding] = [audits[0], findings[0]];
  const keep = (next: typeof kept): void => {
    keepSteps(next);
    setKept(next);
  };
  const done = (step: Step): void => keep({ ...kept, done: [...new Set([...kept.done, step])] });
  const text = (step: Step): string => translate(`domicile.guide.${step}`);
  const links: Readonly<Record<Step, ReactNode>> = {
    audit: text('audit'),
    conforming: audit === undefined ? text('conforming') : <PlainLink component={Link} to={filteredList('findings', { subject: `deployment/${exampleSubject}` })} onClick={() => done('conforming')}>{text('conforming')}</PlainLink>,
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
