import { Box, Button, IconButton, Paper, Typography } from '@mui/material';
import Delete from '@mui/icons-material/Delete';
import { useTranslate } from 'react-admin';
import { RecordPicker } from '../admin/record-picker.js';
import { ChooseOrName } from './choose-or-name.js';
import { type DeploymentDraft, type FlowDraft } from './deployment-draft.js';
import { emptyFlow } from './empty-draft.js';
import { idOfName } from './id-of-name.js';
import { Countries, Country, Pair, TextLine, WordChoice, Words } from './step-fields.js';

export interface StepProps {
  readonly draft: DeploymentDraft;
  readonly onChange: (changed: Partial<DeploymentDraft>) => void;
}

const engines = ['vllm', 'tgi', 'llama-cpp', 'ollama', 'sglang', 'tensorrt-llm', 'litellm-proxy'];
const categories = ['user.name', 'user.contact', 'user.contact.email', 'user.financial', 'user.health_and_medical', 'user.content', 'user.behavior', 'user.location', 'user.unique_id', 'system.operations'];

export function ModelStep({ draft, onChange }: StepProps) {
  const { name, id, purpose, environment, status, model } = draft;
  const rename = (next: string): void => onChange({ name: next, ...(id === idOfName(name) ? { id: idOfName(next) } : {}) });
  return (
    <>
      <Pair>
        <TextLine required label="domicile.registration.name" value={name} onChange={rename} />
        <TextLine required label="domicile.field.id" help="domicile.registration.id_help" value={id} onChange={(next) => onChange({ id: next })} />
      </Pair>
      <TextLine label="domicile.registration.purpose" help="domicile.registration.purpose_help" value={purpose} onChange={(next) => onChange({ purpose: next })} />
      <Pair>
        <WordChoice label="domicile.field.environment" group="environments" words={['production', 'staging', 'development', 'test']} value={environment} onChange={(next) => onChange({ environment: next })} />
        <WordChoice label="domicile.field.status" group="statuses" words={['planned', 'live']} value={status} onChange={(next) => onChange({ status: next })} />
      </Pair>
      <ChooseOrName kind="model" chosen={model} onChange={(changed) => onChange({ model: { ...model, ...changed } })}>
        <Pair>
          <TextLine label="domicile.field.developer" value={model.developer} onChange={(developer) => onChange({ model: { ...model, developer } })} />
          <TextLine label="domicile.field.licence" help="domicile.registration.licence_help" value={model.licence} onChange={(licence) => onChange({ model: { ...model, licence } })} />
        </Pair>
      </ChooseOrName>
    </>
  );
}

export function PlaceStep({ draft, onChange }: StepProps) {
  const { provider, route, engine, placeKind, region, country, scope } = draft;
  return (
    <>
      <ChooseOrName kind="provider" chosen={provider} onChange={(changed) => onChange({ provider: { ...provider, ...changed } })}>
        <Pair>
          <WordChoice label="domicile.field.kind" group="provider_kinds" words={['own', 'cloud', 'model-api', 'cloud-model-api', 'gateway', 'affiliate', 'other']} value={provider.kind} onChange={(kind) => onChange({ provider: { ...provider, kind } })} />
          <Country label="domicile.registration.seat" value={provider.country} onChange={(seat) => onChange({ provider: { ...provider, country: seat } })} />
        </Pair>
      </ChooseOrName>
      <Pair>
        <WordChoice label="domicile.field.route" group="routes" words={['self-hosted', 'managed-open', 'closed-api']} value={route} onChange={(next) => onChange({ route: next })} />
        <Words label="domicile.registration.engine" help="domicile.registration.engine_help" offered={engines} value={engine === '' ? [] : [engine]} onChange={(picked) => onChange({ engine: picked.at(-1) ?? '' })} />
        <WordChoice label="domicile.registration.host" group="hosts" words={['on-premises', 'cloud-vm', 'managed-api', 'edge']} value={placeKind} onChange={(next) => onChange({ placeKind: next })} />
        <TextLine label="domicile.registration.region" help="domicile.registration.region_help" value={region} onChange={(next) => onChange({ region: next })} />
        <Country label="domicile.field.country" value={country} onChange={(next) => onChange({ country: next })} />
        <WordChoice label="domicile.registration.scope" help="domicile.registration.scope_help" group="scopes" words={['site', 'region', 'geography', 'global']} value={scope} onChange={(next) => onChange({ scope: next })} />
      </Pair>
    </>
  );
}

export function FlowsStep({ draft, onChange }: StepProps) {
  const translate = useTranslate();
  const { flows } = draft;
  const change = (at: number, flow: FlowDraft): void => onChange({ flows: flows.map((each, index) => (index === at ? flow : each)) });
  return (
    <>
      {flows.map((flow, at) => <FlowFields key={at} flow={flow} number={at + 1} onChange={(changed) => change(at, { ...flow, ...changed })} onRemove={() => onChange({ flows: flows.filter((_flow, index) => index !== at) })} />)}
      {flows.length === 0 ? <Typography color="text.secondary">{translate('domicile.registration.no_flows')}</Typography> : null}
      <Button variant="outlined" sx={{ marginTop: 1 }} onClick={() => onChange({ flows: [...flows, emptyFlow] })}>{translate('domicile.registration.add_flow')}</Button>
    </>
  );
}

function FlowFields({ flow, number, onChange, onRemove }: { readonly flow: FlowDraft; readonly number: number; readonly onChange: (changed: Partial<FlowDraft>) => void; readonly onRemove: () => void }) {
  const translate = useTranslate();
  const title = translate('domicile.registration.flow', { number });
  return (
    <Paper variant="outlined" role="group" aria-label={title} sx={{ padding: 1.5, marginBottom: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography component="h3" variant="subtitle2">{title}</Typography>
        <IconButton aria-label={translate('domicile.import.remove', { name: title })} onClick={onRemove}><Delete /></IconButton>
      </Box>
      <Pair>
        <WordChoice label="domicile.field.stage" group="stages" words={['prompt', 'completion', 'embedding', 'log', 'telemetry', 'abuse-review', 'support', 'backup', 'failover', 'fine-tuning']} value={flow.stage} onChange={(stage) => onChange({ stage: stage || 'prompt' })} />
        <TextLine label="domicile.field.from" help="domicile.registration.from_help" value={flow.from} onChange={(from) => onChange({ from })} />
      </Pair>
      <RecordPicker kind="provider" label={translate('domicile.registration.to')} value={flow.to} onPick={(to) => onChange({ to })} />
      <Words label="domicile.registration.categories" help="domicile.registration.categories_help" offered={categories} value={flow.categories} onChange={(picked) => onChange({ categories: picked })} />
      <Pair>
        <Countries label="domicile.registration.subject_countries" value={flow.subjectCountries} onChange={(picked) => onChange({ subjectCountries: picked })} />
        <Countries label="domicile.registration.processing_countries" value={flow.processingCountries} onChange={(picked) => onChange({ processingCountries: picked })} />
        <TextLine type="number" label="domicile.registration.retention" help="domicile.registration.retention_help" value={flow.retentionDays} onChange={(retentionDays) => onChange({ retentionDays })} />
      </Pair>
    </Paper>
  );
}

export function OwnerStep({ draft, onChange }: StepProps) {
  const translate = useTranslate();
  const { owner, legalEntity, criticality, usersPerMonth } = draft;
  return (
    <>
      <TextLine label="domicile.field.owner" help="domicile.registration.owner_help" value={owner} onChange={(next) => onChange({ owner: next })} />
      <RecordPicker kind="legalEntity" label={translate('resources.legalEntity.name', { smart_count: 1 })} value={legalEntity} onPick={(picked) => onChange({ legalEntity: picked })} />
      <Pair>
        <WordChoice label="domicile.field.criticality" group="criticalities" words={['critical', 'important', 'standard', 'low']} value={criticality} onChange={(next) => onChange({ criticality: next })} />
        <TextLine type="number" label="domicile.registration.users" value={usersPerMonth} onChange={(next) => onChange({ usersPerMonth: next })} />
      </Pair>
    </>
  );
}
