import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/** Adds parameters to a query, under names of their own. */
export function parametersOf(query: SelectQueryBuilder<ObjectLiteral>): (value: unknown) => string {
  let count = 0;
  return (value) => {
    const name = `own${count++}`;
    query.setParameter(name, value);
    return `:${name}`;
  };
}
