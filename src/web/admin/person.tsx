import { useGetList, useTranslate, type RaRecord } from 'react-admin';
import { currentSession, may } from '../api/session.js';
import { type Actor } from '../api/shapes.js';

export interface PersonRecord extends RaRecord {
  readonly name: string | null;
  readonly active: boolean;
}

export function usePeople(): readonly PersonRecord[] {
  return useGetList<PersonRecord>('people', { pagination: { page: 1, perPage: 10_000 }, sort: { field: 'name', order: 'ASC' } }, { staleTime: 60_000, enabled: may('finding:read') }).data ?? [];
}

/** Who did it: a person by name, or what else acts; an id that is no person's is that of a key or schedule. */
export function Person({ id, kind = 'user' }: Partial<Actor>) {
  const translate = useTranslate();
  const people = usePeople();
  if (id === undefined) return <>{translate('domicile.common.nobody')}</>;
  if (kind === 'api-key') return <>{translate('domicile.common.api_key')}</>;
  if (kind === 'system') return <>{translate('domicile.common.system')}</>;
  const person = people.find((each) => each.id === id);
  if (person === undefined && people.length > 0) return <>{translate('domicile.common.program')}</>;
  const name = person?.name ?? id.slice(0, 8);
  return <>{id === currentSession()?.user.id ? `${name} (${translate('domicile.common.you')})` : name}</>;
}
