import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNumbers } from '../charts/use-numbers.js';
import { DataTableOf } from '../charts/chart-figure.js';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { scoresShown, type CaseOption, type Decision, type JudgedOption } from './decision.js';

const colours = { admissible: 'success', blocked: 'error', infeasible: 'error' } as const;

/** The options side by side: what the rules and the hardware say of each, and their scores once these may be seen. */
export function OptionsTable({ decision }: { readonly decision: Decision }) {
  const translate = useTranslate();
  const { inputs, options } = decision;
  const shown = scoresShown(decision);
  const title = translate('domicile.decision.side_by_side');
  const rows = [
    [translate('domicile.decision.admissible'), ...inputs.options.map(({ id }) => <State key={id} judged={options.find((option) => option.id === id)} />)],
    [translate('domicile.decision.constraints'), ...inputs.options.map((option) => <Constraints key={option.id} option={option} />)],
    [translate('domicile.decision.feasibility'), ...inputs.options.map((option) => <Feasibility key={option.id} option={option} />)],
    ...(shown ? inputs.criteria.map(({ id, title: name }) => [name, ...inputs.options.map((option) => <ScoreText key={option.id} option={option} criterion={id} />)]) : []),
    [translate('domicile.decision.good'), ...inputs.options.map(({ id, consequences }) => <Lines key={id} lines={consequences.good} />)],
    [translate('domicile.decision.bad'), ...inputs.options.map(({ id, consequences }) => <Lines key={id} lines={consequences.bad} />)],
    [translate('domicile.decision.risks'), ...inputs.options.map(({ id, residualRisks }) => <Lines key={id} lines={residualRisks} />)],
  ];
  return (
    <Panel title={title}>
      <Box sx={{ '& td, & thead th:not(:first-of-type)': { minWidth: 210 }, '& tbody th': { minWidth: 130, color: 'text.secondary' } }}>
        <DataTableOf title={title} columns={[translate('domicile.decision.aspect'), ...inputs.options.map(({ id, title: name }) => `${name} (${id})`)]} rows={rows} />
      </Box>
    </Panel>
  );
}

function State({ judged }: { readonly judged: JudgedOption | undefined }) {
  const translate = useTranslate();
  const state = (judged?.state ?? 'blocked') as keyof typeof colours;
  return (
    <>
      <Chip size="small" color={colours[state]} label={translate(`domicile.option_state.${state}`)} />
      {(judged?.waived ?? []).map((sentence) => <Typography key={sentence} variant="body2">{sentence}</Typography>)}
    </>
  );
}

function Constraints({ option }: { readonly option: CaseOption }) {
  const translate = useTranslate();
  if (option.constraints.length === 0) return <><WordChip group="verdict" word="unknown" /> {translate('domicile.decision.no_rule')}</>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}>
      {option.constraints.map(({ rule, verdict, because, waiver }) => (
        <li key={`${rule} ${verdict}`}><WordChip group="verdict" word={verdict} /> <strong>{rule}</strong>{waiver === undefined ? null : ` (${waiver})`}<br /><Box component="span" sx={{ overflowWrap: 'anywhere' }}>{because}</Box></li>
      ))}
    </Box>
  );
}

function Feasibility({ option }: { readonly option: CaseOption }) {
  if (option.feasibility.length === 0) return <>–</>;
  return <>{option.feasibility.map(({ check, verdict, because }) => <Box key={check} sx={{ marginBottom: 1 }}><WordChip group="verdict" word={verdict} /> <strong>{check}</strong><br />{because}</Box>)}</>;
}

function ScoreText({ option, criterion }: { readonly option: CaseOption; readonly criterion: string }) {
  const translate = useTranslate();
  const { plain } = useNumbers();
  const score = option.scores[criterion];
  if (score === undefined) return <Box component="span" sx={{ color: 'text.secondary' }}>{translate('domicile.decision.from_costs')}</Box>;
  if (score.value === null) return <><WordChip group="verdict" word="unknown" /> {score.source}</>;
  const range = score.low === undefined && score.high === undefined ? '' : ` (${plain(score.low ?? score.value)}–${plain(score.high ?? score.value)})`;
  return <><strong>{plain(score.value)}{range} {score.unit}</strong><br /><Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>{translate(`domicile.score_kind.${score.kind}`)}: {score.source}</Box></>;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <>–</>;
  return <Box component="ul" sx={{ margin: 0, paddingLeft: 2 }}>{lines.map((line) => <li key={line}>{line}</li>)}</Box>;
}
