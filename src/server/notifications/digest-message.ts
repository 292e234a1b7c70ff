import { type Message } from '../deliveries/outbox.service.js';
import { type Happening } from './happening.js';
import { notificationKinds, type NotificationKind } from './notification-kind.js';
import { type NotificationTerms } from './notification-shapes.js';

type Words = Readonly<Record<NotificationKind, string>> & { readonly new: (count: number) => string; readonly more: (count: number) => string };

const words: Readonly<Record<NotificationTerms['language'], Words>> = {
  en: { 'critical-finding': 'New critical findings', 'waiver-expiring': 'Waivers that end soon', 'evidence-expiring': 'Evidence that ends soon', 'fact-stale': 'Reference facts whose review is overdue', 'approval-wanted': 'Waivers that wait for approval', new: (count) => `Domicile: ${count} new`, more: (count) => `… and ${count} more` },
  de: { 'critical-finding': 'Neue kritische Befunde', 'waiver-expiring': 'Bald endende Ausnahmen', 'evidence-expiring': 'Bald endende Nachweise', 'fact-stale': 'Referenzfakten, deren Durchsicht überfällig ist', 'approval-wanted': 'Ausnahmen, die auf Genehmigung warten', new: (count) => `Domicile: ${count} neu`, more: (count) => `… und ${count} weitere` },
  fr: { 'critical-finding': 'Nouveaux constats critiques', 'waiver-expiring': 'Dérogations qui prennent bientôt fin', 'evidence-expiring': 'Preuves qui prennent bientôt fin', 'fact-stale': 'Faits de référence à revoir', 'approval-wanted': 'Dérogations en attente d’approbation', new: (count) => `Domicile : ${count} nouveautés`, more: (count) => `… et ${count} autres` },
};

/** One message of everything that came up since the last: by kind, with its number and the first few. */
export function digestMessage(happenings: readonly Happening[], { first, language }: Pick<NotificationTerms, 'first' | 'language'>): Message {
  const said = words[language];
  const groups = notificationKinds.map((kind) => ({ kind, all: happenings.filter((each) => each.kind === kind) })).filter(({ all }) => all.length > 0);
  return {
    event: 'notifications',
    title: `${said.new(happenings.length)}: ${groups.map(({ kind, all }) => `${said[kind]} (${all.length})`).join(', ')}`.slice(0, 300),
    lines: groups.flatMap(({ kind, all }) => [`${said[kind]}: ${all.length}`, ...all.slice(0, first).map(({ title }) => `- ${title}`), ...(all.length > first ? [said.more(all.length - first)] : []), '']).slice(0, -1),
    facts: { counts: Object.fromEntries(groups.map(({ kind, all }) => [kind, all.length])), first: groups.flatMap(({ kind, all }) => all.slice(0, first).map(({ subject, title }) => ({ kind, subject, title }))) },
    path: '/admin',
    needs: 'notification:read',
  };
}
