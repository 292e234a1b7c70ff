import { useTranslate } from 'react-admin';
import { type PolicyPack } from '../api/shapes.js';

/** What a pack asks of waivers, in words. */
export function WaiverTerms({ waivers }: Pick<PolicyPack, 'waivers'>) {
  const translate = useTranslate();
  if (waivers === null) return <>{translate('domicile.policy.no_waivers')}</>;
  return <>{translate('domicile.policy.waiver_terms', { days: waivers.maxDays, roles: waivers.approverRoles.map((role) => translate(`domicile.role.${role}`, { _: role })).join(', ') })}</>;
}
