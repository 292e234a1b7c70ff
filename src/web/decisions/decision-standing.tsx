import { useEffect, useState } from 'react';
import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ProblemError } from '../api/problem-error.js';
import { request } from '../api/request.js';
import { type Schemas } from '../api/shapes.js';
import { type Decision } from './decision.js';

type Standing = Schemas['DecisionStanding'];

/** Whether a signed decision still stands on what the packs said of its options. */
export function DecisionStanding({ decision: { id, inputs } }: { readonly decision: Decision }) {
  const translate = useTranslate();
  const [standing, setStanding] = useState<Standing>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    request<Standing>(`decisions/${id}/standing`).then(setStanding, (error: unknown) => setProblem(error instanceof ProblemError ? translate(error.message, { _: error.message }) : String(error)));
  }, [id, translate]);
  if (problem !== undefined) return <Alert severity="warning" variant="outlined">{translate('domicile.decision.standing.untold', { reason: problem })}</Alert>;
  if (standing === undefined) return <Alert severity="info" variant="outlined" role="status">{translate('domicile.decision.standing.asking')}</Alert>;
  const { changed, undescribed, packs, facts } = standing;
  if (standing.standing !== 'reopen') return <Alert severity="success" variant="outlined" role="status">{translate('domicile.decision.standing.holds')}{packs.length > 0 || facts ? ` ${translate('domicile.decision.standing.others')}` : ''}</Alert>;
  const titleOf = (option: string): string => inputs.options.find((each) => each.id === option)?.title ?? option;
  const said = (outcome: Standing['changed'][number]['is']): string => translate(outcome === null ? 'domicile.decision.standing.nothing' : `domicile.verdict.${outcome}`);
  return (
    <Alert severity="error" variant="outlined" role="status">
      {translate(undescribed ? 'domicile.decision.standing.undescribed' : 'domicile.decision.standing.reopen')}
      {changed.length === 0 ? null : (
        <details>
          <summary>{translate('domicile.decision.standing.see', { smart_count: changed.length })}</summary>
          <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5 }}>
            {changed.map(({ option, rule, was, is, because }, index) => <li key={index}>{titleOf(option)}: <strong>{rule}</strong> {said(was)} → {said(is)}; {because}</li>)}
          </Box>
        </details>
      )}
    </Alert>
  );
}
