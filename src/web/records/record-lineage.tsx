import { lazy, Suspense, useEffect, useState } from 'react';
import { Alert, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { ChartFigure } from '../charts/chart-figure.js';
import { findLineage, type Lineage } from './find-lineage.js';

const LineageGraph = lazy(async () => ({ default: (await import('../charts/lineage-graph.js')).LineageGraph }));

/** What a model was made from, and what was made from it. */
export function RecordLineage({ model }: { readonly model: string }) {
  const translate = useTranslate();
  const [lineage, setLineage] = useState<Lineage>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    findLineage(model).then(setLineage, (error: unknown) => setProblem((error as Error).message));
  }, [model]);
  const title = translate('domicile.kind.lineageEdge', { smart_count: 1 });
  const relation = (name: string): string => translate(`domicile.lineage.relations.${name}`, { _: name });
  if (problem !== undefined) return <Alert severity="error">{translate(problem, { _: problem })}</Alert>;
  if (lineage === undefined) return <Typography color="text.secondary">{translate('domicile.sign_in.loading')}</Typography>;
  const nameOf = (id: string): string => lineage.nodes.find((node) => node.id === id)?.name ?? id;
  const linked = (id: string) => (lineage.nodes.find((node) => node.id === id)?.recorded === true ? <Link to={`/model/${encodeURIComponent(id)}/show`} style={{ color: 'inherit' }}>{nameOf(id)}</Link> : `${id} (${translate('domicile.lineage.missing')})`);
  if (lineage.steps.length === 0) return <Typography color="text.secondary">{translate('domicile.lineage.none')}</Typography>;
  return (
    <Panel title={title}>
      {lineage.more ? <Alert severity="warning" variant="outlined">{translate('domicile.lineage.more', { shown: lineage.nodes.length })}</Alert> : null}
      <ChartFigure scrolls title={translate('domicile.lineage.title', { name: nameOf(model) })} caption={translate('domicile.lineage.caption')} table={{ columns: [translate('domicile.field.child'), translate('domicile.field.relation'), translate('domicile.field.parent')], rows: lineage.steps.map(({ child, relation: how, parent }) => [linked(child), relation(how), linked(parent)]) }}>
        <Suspense fallback={<Typography color="text.secondary">{translate('domicile.sign_in.loading')}</Typography>}>
          <LineageGraph nodes={lineage.nodes} steps={lineage.steps} centre={model} relationName={relation} missing={translate('domicile.lineage.missing')} label={`${title}: ${lineage.steps.map(({ child, relation: how, parent }) => `${nameOf(child)} ${relation(how)} ${nameOf(parent)}`).join('; ')}`} />
        </Suspense>
      </ChartFigure>
    </Panel>
  );
}
