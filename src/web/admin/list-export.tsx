import { Button } from '@mui/material';
import { useListContext, useResourceContext, useTranslate } from 'react-admin';
import { queryText } from '../api/request.js';
import { exportedLists, recordKinds, wholeLists } from '../api/shapes.js';

const formats = ['csv', 'xlsx'] as const;

/** The list as a table, with the filters that are set. */
export function ListExport() {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const { filter, filterValues } = useListContext() as { readonly filter?: object; readonly filterValues?: object };
  const asked = { ...filter, ...filterValues };
  const address = addressOf(resource);
  if (address === undefined) return null;
  return formats.map((format) => (
    <Button key={format} size="small" component="a" href={`${address}${queryText({ ...(wholeLists.some((each) => each === resource) ? {} : asked), ...(isKind(resource) ? { kind: resource } : {}), format })}`} download>
      {translate('domicile.list.export', { format: translate(`domicile.list.${format}`) })}
    </Button>
  ));
}

const isKind = (resource: string): boolean => recordKinds.some((kind) => kind === resource);

function addressOf(resource: string): string | undefined {
  if (isKind(resource)) return '/api/v1/register/export';
  return exportedLists.some((each) => each === resource) ? `/api/v1/exports/${resource}` : undefined;
}
