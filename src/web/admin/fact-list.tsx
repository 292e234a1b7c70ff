import { type ReactNode } from 'react';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Names and values side by side; what has no value is left out. @param facts by the key of their name */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const translate = useTranslate();
  return (
    <Box component="dl" sx={{ margin: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(7rem, auto) minmax(0, 1fr)' }, columnGap: 2, rowGap: { xs: 0, sm: 0.75 }, '& dd': { margin: 0, marginBottom: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }, '& dt': { color: 'text.secondary' } }}>
      {facts.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{translate(name)}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}
