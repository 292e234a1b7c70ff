import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type InventoryRecord } from '../api/shapes.js';

/** Whether sources contradict each other on the record, and whether any still speaks of it. */
export function DisputedChip({ disputed, retired }: Pick<InventoryRecord, 'disputed' | 'retired'>) {
  const translate = useTranslate();
  return (
    <>
      {retired ? <Chip size="small" label={translate('domicile.record.retired')} /> : null}
      {disputed.length > 0 ? <Chip size="small" color="error" variant="outlined" label={translate('domicile.record.disputed')} /> : null}
    </>
  );
}
