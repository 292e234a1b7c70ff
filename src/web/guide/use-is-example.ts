import { useGetList } from 'react-admin';
import { may } from '../api/session.js';
import { type InventoryRecord } from '../api/shapes.js';
import { exampleSubject } from './example-subject.js';
import { keptSteps } from './kept-steps.js';

const collection = 'nordlicht-example';

/** Whether the register holds the example organisation and this person is to be led through it; undefined until that is known. */
export function useIsExample(): boolean | undefined {
  const shown = may('register:read') && may('finding:read') && may('audit:read') && !keptSteps().dismissed;
  const { data = [], isLoading } = useGetList<InventoryRecord>('deployment', { filter: { search: exampleSubject }, pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } }, { enabled: shown });
  if (isLoading) return undefined;
  return shown && data.some(({ id, sources }) => id === exampleSubject && sources.some((source) => source.startsWith(`${collection}/`)));
}
