import { useEffect, useState } from 'react';
import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { Panel } from '../admin/panel.js';
import { Person } from '../admin/person.js';
import { request } from '../api/request.js';
import { type InventoryRecord, type RecordVersion } from '../api/shapes.js';
import { ChangedFields } from './changed-fields.js';

/** Every version of a record, newest first, with what was changed. */
export function RecordHistory({ record }: { readonly record: InventoryRecord }) {
  const translate = useTranslate();
  const [versions, setVersions] = useState<readonly RecordVersion[]>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    request<{ readonly items: readonly RecordVersion[] }>(`register/records/${record.kind}/${encodeURIComponent(record.id)}/versions?limit=200`).then(({ items }) => setVersions(items), () => setFailed(true));
  }, [record.kind, record.id, record.revision]);
  if (failed) return <Typography role="alert">{translate('domicile.problem.load')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {(versions ?? []).map(({ revision, what, changedAt, changedBy, reason, fields }) => (
        <Panel key={revision} title={`${translate('domicile.field.revision')} ${revision}`}>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}><Chip size="small" label={translate(`domicile.record.what.${what}`)} /><Person {...changedBy} /> · <Day at={changedAt} time /></Box>
          <Typography sx={{ marginY: 1 }}>{reason}</Typography>
          <ChangedFields fields={fields} />
        </Panel>
      ))}
    </Box>
  );
}
