import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Typography } from '@mui/material';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Show, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { filteredList } from '../admin/filtered-list.js';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { type PolicyPack, type PolicyRule } from '../api/shapes.js';
import { WaiverTerms } from './waiver-terms.js';

export function PolicyShow() {
  return (
    <Show actions={false} component="div">
      <PolicyScreen />
    </Show>
  );
}

function PolicyScreen() {
  const translate = useTranslate();
  const { record } = useShowContext<PolicyPack>();
  if (record === undefined) return null;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <Typography color="text.secondary">{record.id} {record.version} · {record.owner} · {translate(`domicile.own_policy.source.${record.source}`)}</Typography>
        <Typography component="h1" variant="h5">{record.title}</Typography>
        <Typography sx={{ marginTop: 1 }}>{record.description}</Typography>
      </Box>
      <Panel title={translate('domicile.policy.waivers')}>
        <Typography><WaiverTerms waivers={record.waivers} /></Typography>
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere', marginTop: 1 }}>{translate('domicile.policy.digest')}: <code>{record.digest}</code></Typography>
      </Panel>
      <Box component="section" aria-label={translate('domicile.policy.rules')}>
        {record.rules.map((rule) => <Rule key={rule.id} rule={rule} pack={record.id} />)}
      </Box>
    </Box>
  );
}

function Rule({ rule, pack }: { readonly rule: PolicyRule; readonly pack: string }) {
  const translate = useTranslate();
  return (
    <Accordion variant="outlined" disableGutters slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <strong>{rule.id}</strong> {rule.title}
          {rule.severity.map(({ from, is }) => <Box component="span" key={is}><WordChip group="severity" word={is} />{from === undefined ? null : ` ${translate('domicile.policy.from', { date: from })}`}</Box>)}
          {rule.enabled ? null : <Chip size="small" label={translate('domicile.policy.disabled')} />}
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 1 }}>
        <Typography>{rule.rationale}</Typography>
        <Typography><strong>{translate('domicile.finding.fix')}:</strong> {rule.remediation}</Typography>
        <Typography component="div"><strong>{translate('domicile.policy.check')}:</strong> <Box component="code" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{rule.check}</Box></Typography>
        <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>{rule.controls.map((control) => <Chip key={control} size="small" label={control} />)}</Box>
        {may('finding:read') ? <Link to={filteredList('findings', { pack, rule: rule.id })} style={{ color: 'inherit' }}>{translate('domicile.policy.findings')}</Link> : null}
      </AccordionDetails>
    </Accordion>
  );
}
