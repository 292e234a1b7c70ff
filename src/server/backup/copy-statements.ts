import { type QueryRunner } from 'typeorm';
import { type StoredTable } from './stored-tables.js';

type Named = Pick<StoredTable, 'name' | 'columns'>;

/** Settings on which the text form of values depends, for one transaction. */
export async function fixTextForms(runner: QueryRunner): Promise<void> {
  await runner.query("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'; SET LOCAL client_encoding = 'UTF8'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'");
}

/** @param organisation a UUID */
export function copyOut({ name, columns, key, organisation: column }: StoredTable, organisation: string): string {
  return `COPY (SELECT ${list(columns)} FROM ${quoted(name)} WHERE ${quoted(column)} = '${organisation}' ORDER BY ${list(key)}) TO STDOUT`;
}

export function copyIn({ name, columns }: Named): string {
  return `COPY ${quoted(name)} (${list(columns)}) FROM STDIN`;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const list = (names: readonly string[]): string => names.map(quoted).join(', ');
