import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { type Schemas } from '../api/shapes.js';
import { OperandLines } from '../findings/operand-lines.js';

interface TriedVerdictsProps extends Pick<Schemas['PolicyVerdicts'], 'verdicts' | 'revision'> {
  readonly title: string;
  /** Said where there is no verdict. */
  readonly none: string;
}

/** What rules say of one deployment, each verdict with what decided it; what passes last. */
export function TriedVerdicts({ title, none, verdicts, revision }: TriedVerdictsProps) {
  const translate = useTranslate();
  const open = (outcome: string): number => (outcome === 'pass' || outcome === 'not-applicable' ? 1 : 0);
  return (
    <Panel title={title}>
      <Typography color="text.secondary">{translate('domicile.own_policy.of_revision', { revision })}</Typography>
      {verdicts.length === 0 ? <Typography>{none}</Typography> : null}
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5 }}>
        {[...verdicts].sort((a, b) => open(a.outcome) - open(b.outcome)).map(({ ruleId, title: asks, subject, element, outcome, severity, message, explanation }, index) => (
          <Box component="li" key={index} sx={{ overflowWrap: 'anywhere' }}>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}><WordChip group="verdict" word={outcome} /><WordChip group="severity" word={severity} /><strong>{ruleId}</strong> {asks}</Box>
            <Typography variant="body2" color="text.secondary">{[subject, element].filter(Boolean).join(' · ')}</Typography>
            {message === null ? null : <Typography>{message}</Typography>}
            {explanation.map((step, at) => <Box key={at}><code>{step.expression}</code><OperandLines operands={step.operands} /></Box>)}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
