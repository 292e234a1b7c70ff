import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type ChangedField } from '../api/shapes.js';
import { fieldName } from './field-name.js';
import { ValueText } from './value-cell.js';

/** Fields before and after a change. */
export function ChangedFields({ fields }: { readonly fields: readonly ChangedField[] }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5 }}>
      {fields.map(({ pointer, before, after }) => (
        <li key={pointer}>
          <code>{fieldName(pointer)}</code>{' '}
          {before === undefined ? null : <Box component="del" sx={{ color: 'error.main', overflowWrap: 'anywhere' }} aria-label={translate('domicile.record.before')}><ValueText value={before} /></Box>}
          {before !== undefined && after !== undefined ? ' → ' : null}
          {after === undefined ? null : <Box component="ins" sx={{ color: 'success.main', textDecoration: 'none', overflowWrap: 'anywhere' }} aria-label={translate('domicile.record.after')}><ValueText value={after} /></Box>}
        </li>
      ))}
    </Box>
  );
}
