import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { type InventoryRecord } from '../api/shapes.js';
import { fieldName } from './field-name.js';
import { flatten } from './flatten.js';
import { ValueText } from './value-cell.js';

/** What each source says of a record, and where. */
export function RecordStatements({ record }: { readonly record: InventoryRecord }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {(record.statements ?? []).map(({ path, importer, value, origin }) => (
        <Panel key={path} title={path}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', marginBottom: 1 }}>{importer}{origin.line === undefined ? null : ` · ${translate('domicile.record.line', { line: origin.line })}`} <WordChip group="confidence" word={origin.confidence ?? 'declared'} /></Box>
          <Box component="dl" sx={{ margin: 0, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(0, 2fr)' }, columnGap: 2, '& dd': { margin: 0, overflowWrap: 'anywhere' }, '& dt': { color: 'text.secondary', overflowWrap: 'anywhere' } }}>
            {flatten(value).map((field) => <Box key={field.pointer} sx={{ display: 'contents' }}><dt>{fieldName(field.pointer)}{record.disputed.includes(field.pointer) ? ` (${translate('domicile.record.disputed')})` : ''}</dt><dd><ValueText value={field.value} /></dd></Box>)}
          </Box>
        </Panel>
      ))}
    </Box>
  );
}
