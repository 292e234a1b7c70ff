import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { type FileProblem } from '../api/problem-error.js';
import { type ChangedField, type JsonObject } from '../api/shapes.js';
import { ChangedFields } from './changed-fields.js';
import { fieldName } from './field-name.js';

export interface ImportView {
  readonly applied: boolean;
  readonly revision: number;
  readonly digest: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly { readonly key: string; readonly what: string; readonly value: JsonObject; readonly fields: readonly ChangedField[]; readonly disputed: readonly string[] }[];
  readonly problems: readonly FileProblem[];
}

const shownAtMost = 200;

/** What an import would change, record by record. */
export function ImportPreview({ view: { counts, changes } }: { readonly view: ImportView }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('domicile.import.changes')}>
      <Typography sx={{ marginBottom: 1 }}>{changes.length === 0 ? translate('domicile.import.nothing') : translate('domicile.import.counts', counts)}</Typography>
      <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {changes.slice(0, shownAtMost).map(({ key, what, fields, disputed }) => (
          <Box component="li" key={key} sx={{ overflowWrap: 'anywhere' }}>
            <Chip size="small" variant="outlined" label={translate(`domicile.record.what.${what}`)} /> {key}
            {disputed.length === 0 ? null : <> <Chip size="small" color="error" variant="outlined" label={`${translate('domicile.record.disputed')}: ${disputed.map(fieldName).join(', ')}`} /></>}
            <ChangedFields fields={fields} />
          </Box>
        ))}
      </Box>
      {changes.length > shownAtMost ? <Typography>{translate('domicile.common.more', { smart_count: changes.length - shownAtMost })}</Typography> : null}
    </Panel>
  );
}
