import { Alert, Box, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useGetOne, useTranslate } from 'react-admin';
import { plainText } from '../admin/plain-text.js';
import { ProblemError } from '../api/problem-error.js';
import { may } from '../api/session.js';
import { type InventoryRecord } from '../api/shapes.js';
import { decisionColumns } from '../decisions/decision-columns.js';
import { evidenceColumns } from '../evidence/evidence-columns.js';
import { findingColumns } from '../findings/finding-columns.js';
import { RestsOn } from '../findings/rests-on.js';
import { columnsOfKind } from './columns-of-kind.js';
import { RecordFields } from './record-fields.js';
import { RecordLineage } from './record-lineage.js';
import { RelatedList } from './related-list.js';

/** What hangs on a deployment, a tab each, with the words of the tab and whether one may see it. */
const parts = {
  weights: ['resources.weightArtefact.name', 'register:read'],
  licence: ['domicile.field.licence', 'register:read'],
  flows: ['resources.dataFlow.name', 'register:read'],
  findings: ['resources.findings.name', 'finding:read'],
  decisions: ['resources.decisions.name', 'decision:read'],
  evidence: ['resources.evidence.name', 'evidence:read'],
} as const;

export type DeploymentPartName = keyof typeof parts;

export const deploymentParts = (): readonly DeploymentPartName[] => (Object.keys(parts) as DeploymentPartName[]).filter((part) => may(parts[part][1]));

export const isDeploymentPart = (tab: string): tab is DeploymentPartName => tab in parts;

export const wordOfPart = (part: DeploymentPartName): string => parts[part][0];

/** One of these tabs. */
export function DeploymentPart({ part, record: { id, value } }: { readonly part: DeploymentPartName; readonly record: InventoryRecord }) {
  const model = plainText(value['model']);
  const subject = `deployment/${id}`;
  if (part === 'flows') return <RelatedList resource="dataFlow" filter={{ where: `deployment=${id}` }} columns={columnsOfKind('dataFlow')} />;
  if (part === 'findings') return <RelatedList resource="findings" filter={{ subject }} columns={findingColumns} lead={<RestsOn />} />;
  if (part === 'decisions') return <RelatedList resource="decisions" filter={{ deployment: id }} columns={decisionColumns} />;
  if (part === 'evidence') return <RelatedList resource="evidence" filter={{ record: subject }} columns={evidenceColumns} />;
  if (model === undefined) return <NoModel />;
  if (part === 'licence') return <LicenceOf key={model} model={model} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <RelatedList resource="weightArtefact" filter={{ where: `model=${model}` }} columns={columnsOfKind('weightArtefact')} />
      <RecordLineage key={model} model={model} />
    </Box>
  );
}

function NoModel() {
  const translate = useTranslate();
  return <Alert severity="warning" variant="outlined">{translate('domicile.field.model')} {translate('domicile.operand.missing')}</Alert>;
}

/** What the model says of its licence, and how sure that is. */
function LicenceOf({ model }: { readonly model: string }) {
  const translate = useTranslate();
  const { data: record, error, isPending } = useGetOne<InventoryRecord>('model', { id: model }, { retry: false });
  if (isPending) return <Typography color="text.secondary">{translate('domicile.sign_in.loading')}</Typography>;
  if (error instanceof ProblemError && error.status === 404) return <Alert severity="warning" variant="outlined">{model} ({translate('domicile.lineage.missing')})</Alert>;
  if (record === undefined) return <Alert severity="error">{translate(error?.message ?? 'domicile.problem.no_answer', { _: error?.message })}</Alert>;
  return (
    <>
      <Typography sx={{ marginY: 1 }}>{translate('domicile.field.model')}: <Link to={`/model/${encodeURIComponent(model)}/show`} style={{ color: 'inherit' }}>{plainText(record.value['name']) ?? model}</Link></Typography>
      <RecordFields record={record} under="/licence" />
    </>
  );
}
