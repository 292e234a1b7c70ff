import { Box, Button } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { Panel } from '../admin/panel.js';
import { Person } from '../admin/person.js';
import { saveText } from './save-text.js';
import { scoresShown, type Decision } from './decision.js';

/** What is frozen, by whom, and what of it can be taken away. */
export function DecisionFacts({ decision }: { readonly decision: Decision }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { id, name, author, approval, signOff, inputHash, asked, inputs } = decision;
  const role = (given: string): string => translate(`domicile.role.${given}`, { _: given });
  const saveInputs = async (): Promise<void> => {
    const { stringify } = await import('yaml');
    saveText(`${name}.yaml`, 'application/yaml', stringify(inputs, { lineWidth: 140 }));
  };
  return (
    <Panel title={translate('domicile.decision.frozen')}>
      <Box component="dl" sx={{ margin: 0, '& dd': { margin: 0, marginBottom: 1, overflowWrap: 'anywhere' }, '& dt': { color: 'text.secondary', fontSize: '0.8rem' } }}>
        <dt>{translate('domicile.field.author')}</dt>
        <dd><Person id={author} /></dd>
        <dt>{translate('domicile.decision.input_hash')}</dt>
        <dd><code style={{ fontSize: 12 }}>{inputHash}</code></dd>
        <dt>{translate('domicile.decision.packs_asked')}</dt>
        <dd>{asked === null ? translate('domicile.decision.not_asked') : <>{translate('domicile.audit.revision', { revision: asked.revision })}<br />{Object.keys(asked.packs).join(', ')}<br /><code style={{ fontSize: 12 }}>{asked.facts}</code></>}</dd>
        {approval === null ? null : <><dt>{translate('domicile.decision.approved_by')}</dt><dd><Person id={approval.by} /> · {role(approval.role)} · <Day at={approval.at} time /></dd></>}
        {signOff === null ? null : <><dt>{translate('domicile.decision.signed_by')}</dt><dd><Person id={signOff.by} /> · {role(signOff.role)} · <Day at={signOff.at} time /></dd></>}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button size="small" onClick={() => void saveInputs()}>{translate('domicile.decision.save_case')}</Button>
        {scoresShown(decision) ? <Button size="small" component="a" href={`/api/v1/decisions/${id}/result`} download={`${name}.json`}>{translate('domicile.decision.save_json')}</Button> : null}
        {scoresShown(decision) ? <Button size="small" component="a" href={`/api/v1/decisions/${id}/record.md`} download={`${name}.md`}>{translate('domicile.decision.save_record')}</Button> : null}
        {scoresShown(decision) ? <Button size="small" component="a" href={`/api/v1/decisions/${id}/report.pdf?language=${locale}`}>{translate('domicile.decision.save_pdf')}</Button> : null}
      </Box>
    </Panel>
  );
}
