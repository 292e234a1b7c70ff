import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Show, useShowContext, useTranslate } from 'react-admin';
import { Day } from '../admin/day.js';
import { FactList } from '../admin/fact-list.js';
import { Panel } from '../admin/panel.js';
import { Person } from '../admin/person.js';
import { RemarkDialog } from '../admin/remark-dialog.js';
import { useAct } from '../admin/use-act.js';
import { WordChip } from '../admin/word-chip.js';
import { may } from '../api/session.js';
import { type Clearance } from '../api/shapes.js';

export function ClearanceShow() {
  return (
    <Show actions={false} component="div">
      <ClearanceScreen />
    </Show>
  );
}

function ClearanceScreen() {
  const translate = useTranslate();
  const { record } = useShowContext<Clearance>();
  if (record === undefined) return null;
  const { name, deployment, state, reason, grantedBy, grantedAt, expiresAt, revokedAt, revokedBy, revokedFor, weights, imageDigest } = record;
  return (
    <Box sx={{ marginTop: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h5">{name}</Typography>
        <WordChip group="clearance_state" word={state} />
        <Box sx={{ flexGrow: 1 }} />
        <Revoke clearance={record} />
      </Box>
      <Panel title={translate('domicile.clearance.what')}>
        <FactList
          facts={[
            ['domicile.field.deployment', <Link key="deployment" to={`/deployment/${encodeURIComponent(deployment)}/show`} style={{ color: 'inherit' }}>{deployment}</Link>],
            ['domicile.common.reason', reason],
            ['domicile.field.grantedBy', <><Person id={grantedBy} /> · <Day at={grantedAt} time /></>],
            ['domicile.field.expiresAt', <Day key="ends" at={expiresAt} />],
            ['domicile.clearance.revoked', revokedAt === null ? undefined : <><Person id={revokedBy ?? undefined} /> · <Day at={revokedAt} time /> · {revokedFor}</>],
          ]}
        />
      </Panel>
      <Panel title={translate('domicile.clearance.digests')}>
        <FactList facts={[['domicile.clearance.image', imageDigest === null ? translate('domicile.clearance.no_image') : <code>{imageDigest}</code>]]} />
        <Box component="ul" sx={{ margin: 0, marginTop: 1, paddingLeft: 2.5, overflowWrap: 'anywhere' }}>
          {weights.map(({ artefact, sha256 }) => <li key={sha256}>{artefact} <code>{sha256}</code></li>)}
        </Box>
      </Panel>
    </Box>
  );
}

function Revoke({ clearance: { id, name, state } }: { readonly clearance: Clearance }) {
  const translate = useTranslate();
  const { busy, act } = useAct();
  const [asking, setAsking] = useState(false);
  if (state !== 'in-force' || !may('clearance:grant')) return null;
  const revoke = async (reason: string): Promise<void> => {
    if ((await act(`clearances/${id}/revoke`, { method: 'POST', body: { reason } })) !== undefined) setAsking(false);
  };
  return (
    <>
      <Button color="error" variant="outlined" onClick={() => setAsking(true)}>{translate('domicile.clearance.revoke')}</Button>
      {asking ? <RemarkDialog title={`${translate('domicile.clearance.revoke')}: ${name}`} label={translate('domicile.common.reason')} busy={busy} onClose={() => setAsking(false)} onSay={(reason) => void revoke(reason)} /> : null}
    </>
  );
}
