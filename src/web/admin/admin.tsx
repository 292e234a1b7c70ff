import { lazy, type ComponentType } from 'react';
import { Admin, Resource, type RaRecord } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProvider } from '../api/auth-provider.js';
import { dataProvider } from '../api/data-provider.js';
import { may } from '../api/session.js';
import { DomicileLayout } from './domicile-layout.js';
import { i18nProvider } from './i18n-provider.js';
import { screenPermissions, type ScreenPath } from './screen-permissions.js';
import { screens } from './screens.js';
import { darkTheme, lightTheme } from './theme.js';

const Landing = lazy(async () => ({ default: (await import('../landing.js')).Landing }));
const paths = Object.keys(screenPermissions) as ScreenPath[];
const loaded = paths.map((path) => ({ path, permission: screenPermissions[path], Screen: lazy(async () => ({ default: await screens[path]() })) }));
const names = [...new Set(paths.map(firstOf))];

/** What react-admin calls the screens of a list, by the rest of their path. */
const parts: Readonly<Record<string, 'list' | 'create' | 'edit' | 'show'>> = { '': 'list', create: 'create', ':id': 'edit', ':id/show': 'show' };

/** What is behind the sign-in; a screen is there for those who may read what it shows. */
export function DomicileAdmin() {
  return (
    <Admin title="Domicile" dataProvider={dataProvider} authProvider={authProvider} i18nProvider={i18nProvider} layout={DomicileLayout} theme={lightTheme} darkTheme={darkTheme} dashboard={Landing} disableTelemetry>
      {names.map((name) => resourceOf(name))}
    </Admin>
  );
}

function resourceOf(name: string) {
  const offered = loaded.filter(({ path, permission }) => firstOf(path) === name && may(permission)).map(({ path, Screen }) => ({ rest: path.slice(name.length + 1), Screen }));
  if (offered.length === 0) return null;
  const known = Object.fromEntries(offered.flatMap(({ rest, Screen }): (readonly [string, ComponentType])[] => (parts[rest] === undefined ? [] : [[parts[rest], Screen]])));
  return (
    <Resource key={name} name={name} {...known} recordRepresentation={named}>
      {offered.filter(({ rest }) => parts[rest] === undefined).map(({ rest, Screen }) => <Route key={rest} path={rest} element={<Screen />} />)}
    </Resource>
  );
}

function firstOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function named(record: RaRecord): string {
  return String(record['name'] ?? record['title'] ?? (record['value'] as { readonly name?: string } | undefined)?.name ?? record.id);
}
