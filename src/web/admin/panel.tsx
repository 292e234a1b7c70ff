import { type ReactNode, useId } from 'react';
import { Paper, Typography } from '@mui/material';

/** A titled part of a screen. */
export function Panel({ title, children, actions }: { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode }) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} variant="outlined" sx={{ padding: 2, minWidth: 0 }}>
      <Typography id={id} component="h2" variant="h6" gutterBottom>{title}</Typography>
      {children}
      {actions}
    </Paper>
  );
}
