import { useEffect, useRef, useState } from 'react';
import { Alert, Box, Button, Slider, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { request } from '../api/request.js';
import { useNumbers } from '../charts/use-numbers.js';
import { type Decision, type DecisionRecord } from './decision.js';

/** How long a slider must rest before the server is asked. */
const restMilliseconds = 350;

interface WhatIfProps {
  readonly decision: Decision;
  readonly kept: DecisionRecord;
  readonly shown: DecisionRecord;
  readonly onRecord: (record: DecisionRecord) => void;
  readonly onEnd: () => void;
}

/** Other weights, tried on the approved inputs. Nothing of it is kept. */
export function WhatIf({ decision, kept, shown, onRecord, onEnd }: WhatIfProps) {
  const translate = useTranslate();
  const { percent } = useNumbers();
  const { criteria } = kept.inputs;
  const [points, setPoints] = useState<Readonly<Record<string, number>>>(() => pointsOf(kept));
  const [problem, setProblem] = useState<string>();
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      request<DecisionRecord>(`decisions/${decision.id}/what-if`, { method: 'POST', body: { weighting: { method: 'swing', points } } }).then(
        (record) => (current ? (setProblem(undefined), onRecord(record)) : undefined),
        (error: unknown) => (current ? setProblem((error as Error).message) : undefined),
      );
    }, restMilliseconds);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [points, decision.id, onRecord]);
  const move = (id: string, value: number): void => {
    moved.current = true;
    setPoints((given) => ({ ...given, [id]: value }));
  };
  const { word, option } = shown.outcome;
  return (
    <Panel title={translate('domicile.what_if.title')}>
      <Alert severity="warning" variant="outlined">{translate('domicile.what_if.lead')}</Alert>
      <Box sx={{ display: 'grid', columnGap: 4, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, paddingX: 1, marginTop: 1 }}>
        {criteria.map(({ id, title }) => (
          <Box key={id}>
            <Typography id={`what-if-${id}`} variant="body2">{title}: <strong>{percent(shown.choice.weights[id]?.value ?? 0)}</strong></Typography>
            <Slider size="small" min={1} max={100} value={points[id] ?? 1} aria-labelledby={`what-if-${id}`} onChange={(_event, value) => move(id, value)} />
          </Box>
        ))}
      </Box>
      <Typography role="status">{translate('domicile.what_if.now', { word: translate(`domicile.outcome.words.${word}`), option: kept.options.find(({ id }) => id === option)?.title ?? '–' })}</Typography>
      {problem === undefined ? null : <Alert severity="error" sx={{ marginTop: 1 }}>{translate(problem, { _: problem })}</Alert>}
      <Button sx={{ marginTop: 1 }} variant="outlined" onClick={onEnd}>{translate('domicile.what_if.end')}</Button>
    </Panel>
  );
}

/** The weights that were approved, the heaviest as 100 points. */
function pointsOf({ choice, inputs }: DecisionRecord): Readonly<Record<string, number>> {
  const weightOf = (id: string): number => choice.weights[id]?.value ?? 1 / inputs.criteria.length;
  const heaviest = Math.max(...inputs.criteria.map(({ id }) => weightOf(id)));
  return Object.fromEntries(inputs.criteria.map(({ id }) => [id, Math.max(1, Math.round((weightOf(id) / heaviest) * 100))]));
}
