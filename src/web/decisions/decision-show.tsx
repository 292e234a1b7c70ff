import { lazy, Suspense, useState } from 'react';
import { Alert, Box, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Show, useShowContext, useTranslate } from 'react-admin';
import { History } from '../admin/history.js';
import { LoadingPart } from '../admin/loading-part.js';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { currentSession, may } from '../api/session.js';
import { DecisionActions } from './decision-actions.js';
import { DecisionFacts } from './decision-facts.js';
import { DecisionStanding } from './decision-standing.js';
import { scoresShown, type Decision, type DecisionSummary } from './decision.js';
import { InputsPanel } from './inputs-panel.js';
import { OptionsTable } from './options-table.js';
import { WeightsElicitation } from './weights-elicitation.js';

const Outcome = lazy(async () => ({ default: (await import('./outcome.js')).Outcome }));

export function DecisionShow() {
  return (
    <Show actions={false} component="div">
      <Workbench />
    </Show>
  );
}

function Workbench() {
  const translate = useTranslate();
  const { record } = useShowContext<Decision | DecisionSummary>();
  const [trying, setTrying] = useState(false);
  if (record === undefined || !('inputs' in record)) return null;
  const shown = scoresShown(record);
  const editable = may('decision:draft') && currentSession()?.user.id === record.author && ['draft', 'rejected'].includes(record.state);
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Box>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <WordChip group="state" word={record.state} />
            <Typography color="text.secondary">{record.name}{record.deployment === null ? null : <> · <Link to={`/deployment/${encodeURIComponent(record.deployment)}/show`} style={{ color: 'inherit' }}>{record.deployment}</Link></>}</Typography>
          </Box>
          <Typography component="h1" variant="h5" sx={{ marginTop: 1, overflowWrap: 'anywhere' }}>{record.title}</Typography>
          <Typography variant="body2" color="text.secondary" sx={{ whiteSpace: 'pre-wrap' }}>{record.inputs.context}</Typography>
        </Box>
        {record.supersededBy === null ? null : <Alert severity="warning" variant="outlined"><Link to={`/decisions/${record.supersededBy}/show`} style={{ color: 'inherit' }}>{translate('domicile.decision.superseded_by')}</Link></Alert>}
        {record.state === 'signed-off' && record.asked !== null ? <DecisionStanding key={record.version} decision={record} /> : null}
        {shown ? null : <Alert severity="info" variant="outlined">{translate('domicile.decision.hidden')}</Alert>}
        {editable ? <InputsPanel decision={record} /> : null}
        {shown ? (
          <Suspense fallback={<LoadingPart />}>
            <Outcome key={record.version} decision={record} trying={trying} onTry={setTrying} />
          </Suspense>
        ) : null}
        <OptionsTable decision={record} />
        {shown ? null : <WeightsElicitation key={record.version} decision={record} editable={editable} />}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <DecisionActions decision={record} />
        <DecisionFacts decision={record} />
        <Panel title={translate('domicile.finding.history')}><History events={record.events} /></Panel>
      </Box>
    </Box>
  );
}
