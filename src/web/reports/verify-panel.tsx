import { useState } from 'react';
import { Alert, Box, Button, List, ListItem, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { FactList } from '../admin/fact-list.js';
import { Panel } from '../admin/panel.js';
import { Refusal } from '../admin/refusal.js';
import { useAct } from '../admin/use-act.js';
import { WordChip } from '../admin/word-chip.js';
import { type Schemas } from '../api/shapes.js';

type Verification = Schemas['ReportVerification'];

const severityOf = { verified: 'success', failed: 'error', undecided: 'warning' } as const;

/** Takes a report, from here or elsewhere, and says whether it is genuine and what that rests on. */
export function VerifyPanel() {
  const translate = useTranslate();
  const { busy, problem, act } = useAct(false);
  const [seen, setSeen] = useState<{ readonly name: string; readonly verification: Verification }>();
  const verify = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setSeen(undefined);
    const verification = await act<Verification>('reports/verify', { method: 'POST', file: new Blob([file], { type: 'application/pdf' }) });
    if (verification !== undefined) setSeen({ name: file.name, verification });
  };
  return (
    <Panel title={translate('domicile.report.verify')}>
      <Typography color="text.secondary">{translate('domicile.report.verify_lead')}</Typography>
      <Button component="label" variant="outlined" disabled={busy} sx={{ marginY: 1.5 }}>
        {translate(busy ? 'domicile.report.verifying' : 'domicile.report.choose')}
        <input type="file" hidden accept="application/pdf,.pdf" onChange={(event) => { void verify(event.target.files?.[0]); event.target.value = ''; }} />
      </Button>
      <Refusal problem={problem} />
      <Box aria-live="polite">{seen === undefined ? null : <Outcome {...seen} />}</Box>
    </Panel>
  );
}

function Outcome({ name, verification: { conclusion, report, signer, checks } }: { readonly name: string; readonly verification: Verification }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Alert severity={severityOf[conclusion]} variant="outlined"><strong>{name}:</strong> {translate(`domicile.report.conclusions.${conclusion}`)}</Alert>
      {report === null ? null : (
        <FactList
          facts={[
            ['domicile.field.report', `${report.title} · ${report.id}`],
            ['domicile.field.asOf', report.asOf === null ? undefined : <Day at={report.asOf} time />],
            ['domicile.field.conclusion', report.conclusion === null ? undefined : <WordChip group="conclusion" word={report.conclusion} />],
            ['domicile.report.signer', signer === null ? translate('domicile.report.unsigned') : `${signer.subject} (${signer.issuer})`],
          ]}
        />
      )}
      <List dense disablePadding>
        {checks.map(({ check, state, message }) => (
          <ListItem key={`${check} ${message}`} disableGutters sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
            <Box sx={{ flexShrink: 0, minWidth: 110 }}><WordChip group="check_state" word={state} /></Box>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{message}</Typography>
          </ListItem>
        ))}
      </List>
    </Box>
  );
}
