import { lazy, Suspense, useEffect, useId, useState, type ReactNode } from 'react';
import { Alert, Box, Button, CircularProgress, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { useAsk } from '../admin/use-ask.js';
import { request } from '../api/request.js';
import { may } from '../api/session.js';
import { type Schemas } from '../api/shapes.js';
import { DryRunChanges } from './dry-run-changes.js';
import { type PolicyLanguage } from './policy-language.js';
import { TestResults } from './test-results.js';
import { TriedVerdicts } from './tried-verdicts.js';
import { TryDialog } from './try-dialog.js';
import { usePolicyCheck, type PolicyCheck } from './use-policy-check.js';

const PolicyEditor = lazy(async () => ({ default: (await import('./policy-editor.js')).PolicyEditor }));

type Result = { readonly of: 'tests'; readonly answer: Schemas['PolicyTests'] } | { readonly of: 'try'; readonly answer: Schemas['PolicyVerdicts'] } | { readonly of: 'dry-run'; readonly answer: Schemas['PolicyChanges'] };

interface PolicyWorkbenchProps {
  readonly text: string;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  /** Stand before those that try the text. */
  readonly buttons?: ReactNode;
}

/** A policy is written here: the text, what is wrong with it, and what it would do. */
export function PolicyWorkbench({ text, readOnly, onChange, buttons }: PolicyWorkbenchProps) {
  const translate = useTranslate();
  const { busy, ask } = useAsk();
  const hint = useId();
  const check = usePolicyCheck(text);
  const [language, setLanguage] = useState<PolicyLanguage>();
  const [place, setPlace] = useState<{ readonly line: number; readonly column: number }>();
  const [result, setResult] = useState<Result & { readonly text: string }>();
  const [choosing, setChoosing] = useState(false);
  useEffect(() => void request<PolicyLanguage>('policies/language').then(setLanguage).catch(() => undefined), []);
  const run = async (of: Result['of'], more: object = {}): Promise<void> => {
    const answer = await ask<never>(`policies/own/${of}`, { method: 'POST', body: { text, ...more } });
    if (answer !== undefined) setResult({ of, answer, text });
    setChoosing(false);
  };
  const sound = check !== undefined && check.policy !== null;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Panel title={translate('domicile.own_policy.text')}>
        <Typography id={hint} variant="body2" color="text.secondary" sx={{ marginBottom: 1 }}>{translate('domicile.own_policy.keyboard')}</Typography>
        {/* The place of the editor, before it is loaded, before it is drawn and after. */}
        <Box sx={{ minHeight: `clamp(18rem, ${text.split('\n').length * 1.225}rem, 60vh)` }}>
          <Suspense fallback={<CircularProgress aria-label={translate('domicile.sign_in.loading')} />}>
            <PolicyEditor value={text} label={translate('domicile.own_policy.text')} describedBy={hint} readOnly={readOnly} problems={check?.problems} language={language} place={place} onChange={onChange} />
          </Suspense>
        </Box>
        <Compilation check={check} onGo={setPlace} />
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', marginTop: 1 }}>
          {buttons}
          <Button variant="outlined" disabled={busy || !sound} onClick={() => void run('tests')}>{translate('domicile.own_policy.tests')}</Button>
          {may('register:read') ? <Button variant="outlined" disabled={busy || !sound} onClick={() => setChoosing(true)}>{translate('domicile.own_policy.try')}</Button> : null}
          {may('register:read') ? <Button variant="outlined" disabled={busy || !sound} onClick={() => void run('dry-run')}>{translate('domicile.own_policy.dry_run')}</Button> : null}
          {busy ? <CircularProgress size={24} aria-label={translate('domicile.own_policy.checking')} /> : null}
        </Box>
      </Panel>
      <Box aria-live="polite">{result === undefined ? null : <Outcome result={result} outdated={result.text !== text} />}</Box>
      {choosing ? <TryDialog busy={busy} onClose={() => setChoosing(false)} onChoose={(deployment) => void run('try', { deployment })} /> : null}
    </Box>
  );
}

function Compilation({ check, onGo }: { readonly check: PolicyCheck | undefined; readonly onGo: (place: { readonly line: number; readonly column: number }) => void }) {
  const translate = useTranslate();
  return (
    <Box role="status" sx={{ marginTop: 1, minHeight: '3.25rem' }}>
      {check === undefined ? <Typography color="text.secondary">{translate('domicile.own_policy.checking')}</Typography> : null}
      {check?.policy ? <Alert severity="success" variant="outlined">{translate('domicile.own_policy.compiles', { pack: check.policy.pack, version: check.policy.packVersion, smart_count: check.policy.rules.length })}</Alert> : null}
      {check !== undefined && check.problems.length > 0 ? (
        <Alert severity="error" variant="outlined">
          <Typography component="h3" variant="subtitle2">{translate('domicile.own_policy.problems', { smart_count: check.problems.length })}</Typography>
          <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5, maxHeight: '14rem', overflowY: 'auto', overflowWrap: 'anywhere' }} tabIndex={0}>
            {check.problems.map(({ line, column, message }, index) => <li key={index}><Link component="button" type="button" color="inherit" sx={{ verticalAlign: 'baseline' }} onClick={() => onGo({ line, column })}>{translate('domicile.own_policy.at', { line, column })}</Link> {message}</li>)}
          </Box>
        </Alert>
      ) : null}
    </Box>
  );
}

function Outcome({ result, outdated }: { readonly result: Result; readonly outdated: boolean }) {
  const translate = useTranslate();
  return (
    <>
      {outdated ? <Alert severity="warning" variant="outlined" sx={{ marginBottom: 1 }}>{translate('domicile.own_policy.outdated')}</Alert> : null}
      {result.of === 'tests' ? <TestResults {...result.answer} /> : result.of === 'try' ? <TriedVerdicts title={translate('domicile.own_policy.try')} none={translate('domicile.own_policy.asks_nothing')} {...result.answer} /> : <DryRunChanges {...result.answer} />}
    </>
  );
}
