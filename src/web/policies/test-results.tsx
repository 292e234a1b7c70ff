import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../admin/panel.js';
import { type Schemas } from '../api/shapes.js';

type RuleReport = Schemas['PolicyTests']['rules'][number];

/** What the tests of a policy showed, and which mistakes they would not notice. */
export function TestResults({ passed, rules }: Schemas['PolicyTests']) {
  const translate = useTranslate();
  const sum = (count: (rule: RuleReport) => number): number => rules.reduce((total, rule) => total + count(rule), 0);
  return (
    <Panel title={translate('domicile.own_policy.tests')}>
      <Alert severity={passed ? 'success' : 'error'} variant="outlined">{translate(passed ? 'domicile.own_policy.tests_passed' : 'domicile.own_policy.tests_failed')}</Alert>
      <Typography sx={{ marginTop: 1 }}>{translate('domicile.own_policy.tests_counts', { tests: sum(({ tests }) => tests), covered: sum(({ conditions }) => conditions.covered), conditions: sum(({ conditions }) => conditions.total), killed: sum(({ mutants }) => mutants.killed), mutants: sum(({ mutants }) => mutants.total) })}</Typography>
      {rules.filter((rule) => !rule.passed).map((rule) => <FailedRule key={rule.ruleId} {...rule} />)}
    </Panel>
  );
}

function FailedRule({ ruleId, failures, conditions, mutants, problems }: RuleReport) {
  const translate = useTranslate();
  return (
    <Box sx={{ marginTop: 1 }}>
      <Typography component="h3" variant="subtitle2">{ruleId}</Typography>
      <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5, overflowWrap: 'anywhere' }}>
        {failures.map(({ test, expected, actual }) => <li key={test}>{translate('domicile.own_policy.failure', { test, expected, actual })}</li>)}
        {conditions.uncovered.map(({ expression, never }) => <li key={expression}>{translate('domicile.own_policy.uncovered', { never: never.join(', ') })} <code>{expression}</code></li>)}
        {mutants.survived.map((mutant) => <li key={mutant}>{translate('domicile.own_policy.survived')} <code>{mutant}</code></li>)}
        {problems.map((problem) => <li key={problem}>{problem}</li>)}
      </Box>
    </Box>
  );
}
