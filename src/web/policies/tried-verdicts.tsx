import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { type Schemas } from '../api/shapes.js';
import { OperandLines } from '../findings/operand-lines.js';

/** What a policy says of one deployment, each verdict with what decided it; what passes last. */
export function TriedVerdicts({ verdicts, revision }: Schemas['PolicyVerdicts']) {
  const translate = useTranslate();
  const open = (outcome: string): number => (outcome === 'pass' || outcome === 'not-applicable' ? 1 : 0);
  return (
    <Panel title={translate('domicile.own_policy.try')}>
      <Typography color="text.secondary">{translate('domicile.own_policy.of_revision', { revision })}</Typography>
      {verdicts.length === 0 ? <Typography>{translate('domicile.own_policy.asks_nothing')}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5 }}>
        {[...verdicts].sort((a, b) => open(a.outcome) - open(b.outcome)).map(({ ruleId, title, subject, element, outcome, severity, message, explanation }, index) => (
          <Box component="li" key={index} sx={{ overflowWrap: 'anywhere' }}>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}><WordChip group="verdict" word={outcome} /><WordChip group="severity" word={severity} /><strong>{ruleId}</strong> {title}</Box>
            <Typography variant="body2" color="text.secondary">{[subject, element].filter(Boolean).join(' · ')}</Typography>
            {message === null ? null : <Typography>{message}</Typography>}
            {explanation.map((step, at) => <Box key={at}><code>{step.expression}</code><OperandLines operands={step.operands} /></Box>)}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
