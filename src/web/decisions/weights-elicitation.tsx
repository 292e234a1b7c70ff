import { useState } from 'react';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import { Alert, Box, Button, IconButton, Slider, Typography } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { useAct } from '../admin/use-act.js';
import { useNumbers } from '../charts/use-numbers.js';
import { type Criterion, type Decision } from './decision.js';

/** Swing weights: first which swing matters most, then how much each of the others does beside it. No option and no score is in sight. */
export function WeightsElicitation({ decision, editable }: { readonly decision: Decision; readonly editable: boolean }) {
  const translate = useTranslate();
  const { inputs } = decision;
  const [started, setStarted] = useState(false);
  const swing = inputs.weighting.method === 'swing' ? inputs.weighting.points : undefined;
  return (
    <Panel title={translate('domicile.weights.title')}>
      <Typography variant="body2" color="text.secondary">{translate('domicile.weights.lead')}</Typography>
      {swing === undefined ? <Typography sx={{ marginTop: 1 }}>{translate('domicile.weights.other', { method: inputs.weighting.method })}</Typography> : <Points criteria={inputs.criteria} points={swing} />}
      {!editable || started ? null : <Button variant="outlined" sx={{ marginTop: 1 }} onClick={() => setStarted(true)}>{translate('domicile.weights.elicit')}</Button>}
      {editable && started ? <Steps decision={decision} points={swing ?? {}} onDone={() => setStarted(false)} /> : null}
    </Panel>
  );
}

function Points({ criteria, points }: { readonly criteria: readonly Criterion[]; readonly points: Readonly<Record<string, number>> }) {
  const { percent } = useNumbers();
  const total = criteria.reduce((sum, { id }) => sum + (points[id] ?? 0), 0);
  return (
    <Box component="ul" sx={{ margin: 0, marginTop: 1, paddingLeft: 2.5 }}>
      {criteria.map(({ id, title }) => <li key={id}>{title}: <strong>{points[id] ?? '–'}</strong> ({total === 0 ? '–' : percent((points[id] ?? 0) / total)})</li>)}
    </Box>
  );
}

function Steps({ decision, points: before, onDone }: { readonly decision: Decision; readonly points: Readonly<Record<string, number>>; readonly onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { busy, act } = useAct();
  const { criteria } = decision.inputs;
  const [ranked, setRanked] = useState<readonly Criterion[]>(() => [...criteria].sort((left, right) => (before[right.id] ?? 0) - (before[left.id] ?? 0)));
  const [ranking, setRanking] = useState(true);
  const [points, setPoints] = useState<Readonly<Record<string, number>>>(before);
  const beginPoints = (): void => {
    setPoints((given) => Object.fromEntries(ranked.map(({ id }, index) => [id, index === 0 ? 100 : Math.min(100, given[id] ?? 100)])));
    setRanking(false);
  };
  const give = (id: string, value: number): void => setPoints((given) => ({ ...given, [id]: value }));
  const broken = ranked.slice(1).some(({ id }, index) => (points[id] ?? 0) > (points[ranked[index]?.id ?? ''] ?? 0));
  const save = async (): Promise<void> => {
    const inputs = { ...decision.inputs, weighting: { method: 'swing', points } };
    if ((await act(`decisions/${decision.id}`, { method: 'PUT', body: { inputs }, version: decision.version })) === undefined) return;
    notify('domicile.weights.kept', { type: 'success' });
    onDone();
  };
  if (ranking) return <Ranking ranked={ranked} onRank={setRanked} onNext={beginPoints} onCancel={onDone} />;
  return (
    <Box sx={{ marginTop: 2 }}>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>{translate('domicile.weights.second', { first: ranked[0]?.title ?? '' })}</Typography>
      {ranked.map((criterion, index) => (
        <Box key={criterion.id} sx={{ paddingY: 1, paddingX: 1 }}>
          <Typography id={`points-${criterion.id}`}>{criterion.title} <Swing criterion={criterion} /></Typography>
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
            <Slider min={1} max={100} value={points[criterion.id] ?? 1} disabled={index === 0} aria-labelledby={`points-${criterion.id}`} onChange={(_event, value) => give(criterion.id, value)} />
            <Typography component="span" sx={{ minWidth: 40, textAlign: 'right', fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>{points[criterion.id]}</Typography>
          </Box>
        </Box>
      ))}
      {broken ? <Alert severity="warning" variant="outlined">{translate('domicile.weights.broken')}</Alert> : null}
      <Box sx={{ display: 'flex', gap: 1, marginTop: 1 }}>
        <Button variant="contained" disabled={busy || broken} onClick={() => void save()}>{translate('domicile.weights.keep')}</Button>
        <Button onClick={() => setRanking(true)}>{translate('domicile.common.back')}</Button>
      </Box>
    </Box>
  );
}

interface RankingProps {
  readonly ranked: readonly Criterion[];
  readonly onRank: (ranked: readonly Criterion[]) => void;
  readonly onNext: () => void;
  readonly onCancel: () => void;
}

function Ranking({ ranked, onRank, onNext, onCancel }: RankingProps) {
  const translate = useTranslate();
  const move = (index: number, by: 1 | -1): void => {
    const next = [...ranked];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    onRank(next);
  };
  return (
    <Box sx={{ marginTop: 2 }}>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>{translate('domicile.weights.first')}</Typography>
      <Box component="ol" sx={{ margin: 0, paddingLeft: 3 }}>
        {ranked.map((criterion, index) => (
          <Box component="li" key={criterion.id} sx={{ paddingY: 0.5 }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>{criterion.title} <Swing criterion={criterion} /></Box>
              <IconButton size="small" disabled={index === 0} aria-label={translate('domicile.weights.up', { name: criterion.title })} onClick={() => move(index, -1)}><ArrowUpward fontSize="small" /></IconButton>
              <IconButton size="small" disabled={index === ranked.length - 1} aria-label={translate('domicile.weights.down', { name: criterion.title })} onClick={() => move(index, 1)}><ArrowDownward fontSize="small" /></IconButton>
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, marginTop: 1 }}>
        <Button variant="contained" onClick={onNext}>{translate('domicile.weights.give_points')}</Button>
        <Button onClick={onCancel}>{translate('domicile.common.cancel')}</Button>
      </Box>
    </Box>
  );
}

/** From what is least acceptable to the target. */
function Swing({ criterion: { anchors, unit } }: { readonly criterion: Criterion }) {
  const translate = useTranslate();
  const { plain } = useNumbers();
  const at = (value: number): string => plain(anchors.find((anchor) => anchor.value === value)?.at ?? 0);
  return <Typography component="span" variant="body2" color="text.secondary">{translate('domicile.weights.swing', { from: at(0), to: at(1), unit })}</Typography>;
}
