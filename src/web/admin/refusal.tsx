import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type ProblemError } from '../api/problem-error.js';

/** What the API has against a form, all of it. */
export function Refusal({ problem }: { readonly problem: ProblemError | undefined }) {
  const translate = useTranslate();
  if (problem === undefined) return null;
  const { detail, errors = [] } = problem.document;
  return (
    <Alert severity="error" variant="outlined" sx={{ marginBottom: 2 }}>
      {problem.status === 412 || detail === undefined ? translate(problem.message, { _: problem.message }) : detail}
      {errors.length === 0 ? null : (
        <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5, maxHeight: 200, overflowY: 'auto' }} tabIndex={0}>
          {errors.map(({ pointer, detail: each }, index) => <li key={index}>{problem.status === 400 ? `${pointer.replace(/^\//, '')}: ${each}` : each}</li>)}
        </Box>
      )}
    </Alert>
  );
}
