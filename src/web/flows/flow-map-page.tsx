import { useEffect, useState } from 'react';
import { Alert, Box, Chip, FormControl, InputLabel, NativeSelect, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Title, useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { Day } from '../admin/day.js';
import { request } from '../api/request.js';
import { ChartFigure, DataTableOf } from '../charts/chart-figure.js';
import { LaneMap } from '../charts/lane-map.js';
import { useCountryName } from '../charts/use-country-name.js';
import { arrowsOf, tones, type FlowMap, type MappedFlow, type Tone } from './flow-map.js';

/** What can still be followed with the eye, and what a table may hold before it is better read as a list. */
const most = { arrows: 120, rows: 200 };

/** Where data goes, by jurisdiction. */
export function FlowMapPage() {
  const translate = useTranslate();
  const [map, setMap] = useState<FlowMap>();
  const [problem, setProblem] = useState<string>();
  const [only, setOnly] = useState<readonly Tone[]>(tones);
  const [deployment, setDeployment] = useState('');
  useEffect(() => {
    request<FlowMap>('register/flow-map').then(setMap, (error: unknown) => setProblem((error as Error).message));
  }, []);
  const title = translate('domicile.flow_map.title');
  const flows = (map?.flows ?? []).filter((flow) => only.includes(flow.tone) && (deployment === '' || flow.deployment === deployment));
  const deployments = [...new Map((map?.flows ?? []).flatMap(({ deployment: id, from }) => (id === null ? [] : [[id, from] as const])))].sort(([, a], [, b]) => a.localeCompare(b));
  const toggle = (tone: Tone): void => setOnly((before) => (before.includes(tone) ? before.filter((each) => each !== tone) : [...before, tone]));
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={title} />
      <Typography component="h1" variant="h5">{title}</Typography>
      {problem === undefined ? null : <Alert severity="error">{translate(problem, { _: problem })}</Alert>}
      {map === undefined ? <Typography color="text.secondary">{problem === undefined ? translate('domicile.sign_in.loading') : ''}</Typography> : (
        <>
          <Typography variant="body2" color="text.secondary">{translate('domicile.audit.revision', { revision: map.revision })} · <Day at={map.asOf} time /></Typography>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }} role="group" aria-label={translate('domicile.flow_map.filter')}>
            {tones.map((tone) => <Chip key={tone} clickable aria-pressed={only.includes(tone)} color={only.includes(tone) ? 'primary' : 'default'} variant={only.includes(tone) ? 'filled' : 'outlined'} label={`${translate(`domicile.flow_map.tone.${tone}`)}: ${map.flows.filter((flow) => flow.tone === tone).length}`} onClick={() => toggle(tone)} />)}
            <FormControl size="small" sx={{ minWidth: 200, flex: '0 1 auto' }}>
              <InputLabel shrink htmlFor="map-deployment">{translate('domicile.field.deployment')}</InputLabel>
              <NativeSelect value={deployment} onChange={(event) => setDeployment(event.target.value)} inputProps={{ id: 'map-deployment' }}>
                <option value="">{translate('domicile.flow_map.all')}</option>
                {deployments.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
              </NativeSelect>
            </FormControl>
          </Box>
          <Picture map={map} flows={flows} />
          <FlowTable flows={flows} />
        </>
      )}
    </Box>
  );
}

function Picture({ map, flows }: { readonly map: FlowMap; readonly flows: readonly MappedFlow[] }) {
  const translate = useTranslate();
  const nameOf = useCountryName();
  const all = arrowsOf(map, flows);
  const arrows = all.slice(0, most.arrows);
  const named = (code: string): string => (code === '' ? translate('domicile.flow_map.nowhere') : nameOf(code));
  const word = (tone: Tone): string => translate(`domicile.flow_map.tone.${tone}`);
  const lanes = [...new Set(all.map(({ country }) => country))].map((country) => {
    const here = all.filter((arrow) => arrow.country === country);
    return { country, tone: here[0]?.tone ?? 'open', flows: here.reduce((sum, arrow) => sum + arrow.flows, 0), recipients: [...new Set(here.map(({ recipient }) => recipient))] };
  });
  const title = translate('domicile.flow_map.by_jurisdiction');
  const caption = `${translate('domicile.flow_map.caption')}${arrows.length < all.length ? ` ${translate('domicile.flow_map.cut', { shown: arrows.length, all: all.length })}` : ''}`;
  return (
    <Panel title={title}>
      {all.length === 0 ? <Typography color="text.secondary">{translate('domicile.list.empty')}</Typography> : (
        <ChartFigure scrolls title={translate('domicile.flow_map.lanes')} caption={caption} table={{ columns: [translate('domicile.field.country'), translate('domicile.flow_map.where'), translate('domicile.flow_map.flows'), translate('domicile.flow_map.recipients')], rows: lanes.map(({ country, tone, flows: count, recipients }) => [named(country), word(tone), count, recipients.join(', ')]) }}>
          <LaneMap arrows={arrows} nameOfCountry={named} wordOf={word} label={`${translate('domicile.flow_map.lanes')}: ${lanes.map(({ country, tone, flows: count }) => `${named(country)} (${word(tone)}) ${count}`).join('; ')}`} />
        </ChartFigure>
      )}
    </Panel>
  );
}

function FlowTable({ flows }: { readonly flows: readonly MappedFlow[] }) {
  const translate = useTranslate();
  const nameOf = useCountryName();
  const title = translate('domicile.kind.dataFlow', { smart_count: 2 });
  const said = (value: string | null): string => value ?? translate('domicile.common.unknown');
  const order = (flow: MappedFlow): number => tones.indexOf(flow.tone);
  const rows = [...flows].sort((left, right) => order(left) - order(right) || left.id.localeCompare(right.id)).slice(0, most.rows);
  return (
    <Panel title={title}>
      <DataTableOf
        title={title}
        columns={[translate('domicile.field.id'), translate('domicile.field.from'), translate('domicile.field.to'), translate('domicile.field.stage'), translate('domicile.flow_map.places'), translate('domicile.flow_map.parent'), translate('domicile.flow_map.mechanism'), translate('domicile.flow_map.where')]}
        rows={rows.map(({ id, deployment, from, to, recipient, stage, places, parentCountry, mechanism, tone }) => [
          <Link key="id" to={`/dataFlow/${encodeURIComponent(id)}/show`} style={{ color: 'inherit' }}>{id}</Link>,
          deployment === null ? from : <Link key="from" to={`/deployment/${encodeURIComponent(deployment)}/show`} style={{ color: 'inherit' }}>{from}</Link>,
          to === null ? said(null) : recipient,
          said(stage),
          places.length === 0 ? translate('domicile.flow_map.nowhere') : places.map(({ country, acts }) => `${nameOf(country)} (${acts.map((act) => translate(`domicile.flow_map.act.${act}`)).join(', ')})`).join('; '),
          parentCountry === null ? '–' : nameOf(parentCountry),
          said(mechanism),
          translate(`domicile.flow_map.tone.${tone}`),
        ])}
      />
      {rows.length < flows.length ? <Typography variant="body2"><Link to="/dataFlow" style={{ color: 'inherit' }}>{translate('domicile.common.more', { smart_count: flows.length - rows.length })}</Link></Typography> : null}
    </Panel>
  );
}
