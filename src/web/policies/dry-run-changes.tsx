import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { WordChip } from '../admin/word-chip.js';
import { type Schemas } from '../api/shapes.js';

type Side = Schemas['PolicyChanges']['changes'][number]['before'];

/** Which verdicts on the whole register would change. */
export function DryRunChanges({ pack, replaces, revision, judged, totals, changes, total }: Schemas['PolicyChanges']) {
  const translate = useTranslate();
  const column = (name: string) => <TableCell>{translate(`domicile.${name}`)}</TableCell>;
  return (
    <Panel title={translate('domicile.own_policy.dry_run')}>
      <Typography color="text.secondary">{translate('domicile.own_policy.of_revision', { revision })} {translate(replaces === null ? 'domicile.own_policy.replaces_nothing' : 'domicile.own_policy.replaces', { pack: replaces?.id ?? pack.id, version: replaces?.version ?? '' })} {translate('domicile.own_policy.judged', { smart_count: judged })}</Typography>
      <Typography sx={{ marginTop: 1, fontWeight: 600 }}>{total === 0 ? translate('domicile.own_policy.no_changes') : translate('domicile.own_policy.changes', { smart_count: total })}</Typography>
      <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5 }}>{totals.map(({ before, after, count }) => <li key={`${before}${after}`}>{count} × {wordOf(translate, before)} → {wordOf(translate, after)}</li>)}</Box>
      {changes.length === 0 ? null : (
        <TableContainer tabIndex={0} sx={{ maxHeight: '50vh', marginTop: 1 }}>
          <Table size="small" stickyHeader>
            <TableHead><TableRow>{column('field.rule')}{column('field.subject')}{column('own_policy.before')}{column('own_policy.after')}{column('field.message')}</TableRow></TableHead>
            <TableBody>
              {changes.map(({ ruleId, subject, element, before, after, message }, index) => (
                <TableRow key={index}><TableCell>{ruleId}</TableCell><TableCell sx={{ overflowWrap: 'anywhere' }}>{[subject, element].filter(Boolean).join(' · ')}</TableCell><TableCell><Verdict side={before} /></TableCell><TableCell><Verdict side={after} /></TableCell><TableCell>{message}</TableCell></TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {total > changes.length ? <Typography>{translate('domicile.common.more', { smart_count: total - changes.length })}</Typography> : null}
    </Panel>
  );
}

function Verdict({ side }: { readonly side: Side }) {
  const translate = useTranslate();
  if (side === null) return <>{translate('domicile.own_policy.not_asked')}</>;
  return <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}><WordChip group="verdict" word={side.outcome} /><WordChip group="severity" word={side.severity} /></Box>;
}

function wordOf(translate: (key: string, options?: object) => string, outcome: string): string {
  return outcome === 'none' ? translate('domicile.own_policy.not_asked') : translate(`domicile.verdict.${outcome}`, { _: outcome });
}
