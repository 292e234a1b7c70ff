import { useState } from 'react';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { Title, useGetList, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { RemarkDialog } from '../admin/remark-dialog.js';
import { useAct } from '../admin/use-act.js';
import { type PolicyPack, type Schemas } from '../api/shapes.js';
import { PolicyWorkbench } from './policy-workbench.js';
import { startingText } from './starting-text.js';

interface Before {
  readonly name: string;
  readonly text: string;
}

/** A new policy, or the next version of one that the screen before hands over. */
export function OwnPolicyCreate() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { busy, act } = useAct();
  const before = (useLocation().state as { readonly before?: Before } | null)?.before;
  const { data: packs = [] } = useGetList<PolicyPack>('policies', { pagination: { page: 1, perPage: 1000 }, sort: { field: 'id', order: 'ASC' } });
  const [name, setName] = useState(before?.name ?? 'house-rules');
  const [base, setBase] = useState('');
  const [text, setText] = useState(before?.text ?? startingText('house-rules', undefined));
  const [saving, setSaving] = useState(false);
  const start = (id: string, from: string): void => {
    setName(id);
    setBase(from);
    if (text === startingText(name, packs.find((pack) => pack.id === base))) setText(startingText(id, packs.find((pack) => pack.id === from)));
  };
  const save = async (remark: string): Promise<void> => {
    const made = await act<Schemas['OwnPolicy']>('policies/own', { method: 'POST', body: { name: name.trim(), text, remark } });
    setSaving(false);
    if (made !== undefined) await navigate(`/own-policies/${made.id}/show`);
  };
  const title = translate(before === undefined ? 'domicile.own_policy.write' : 'domicile.own_policy.next');
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={title} />
      <Typography component="h1" variant="h5">{title}</Typography>
      <Typography color="text.secondary">{translate('domicile.own_policy.lead')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
        <TextField size="small" required label={translate('domicile.field.id')} helperText={translate('domicile.own_policy.name_help')} value={name} disabled={before !== undefined} onChange={(event) => start(event.target.value, base)} />
        {before === undefined ? (
          <TextField size="small" select label={translate('domicile.own_policy.start')} value={base} onChange={(event) => start(name, event.target.value)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
            <MenuItem value="">{translate('domicile.own_policy.start_pack')}</MenuItem>
            {packs.map(({ id, title: named }) => <MenuItem key={id} value={id}>{translate('domicile.own_policy.start_overlay', { pack: named })}</MenuItem>)}
          </TextField>
        ) : null}
      </Box>
      <PolicyWorkbench text={text} readOnly={false} onChange={setText} buttons={<Button variant="contained" disabled={busy || text.trim() === '' || name.trim() === ''} onClick={() => setSaving(true)}>{translate('domicile.common.save')}</Button>} />
      {saving ? <RemarkDialog title={translate('domicile.common.save')} label={translate('domicile.own_policy.why')} busy={busy} onClose={() => setSaving(false)} onSay={(remark) => void save(remark)} /> : null}
    </Box>
  );
}
