import { type Message } from '../deliveries/outbox.service.js';
import { type Happening } from './happening.js';
import { notificationKinds, type NotificationKind } from './notification-kind.js';
import { type NotificationTerms } from './notification-shapes.js';

type Words = Readonly<Record<NotificationKind, string>> & { readonly new: (count: number) => string; readonly more: (count: number) => string };

const words: Readonly<Record<NotificationTerms['language'], Words>> = {
  en: { 'critical-finding': 'New critical findings', 'clearance-differs': 'What runs is not what was cleared', 'facts-shock': 'Reference facts changed, and results with them', 'run-failed': 'Scheduled runs that failed', 'delivery-dead': 'Messages that were given up', 'record-unconfirmed': 'Deployments to confirm: are they still as declared?', 'waiver-expiring': 'Waivers that end soon', 'evidence-expiring': 'Evidence that ends soon', 'fact-stale': 'Reference facts whose review is overdue', 'approval-wanted': 'Waivers that wait for approval', 'policy-approval-wanted': 'Policies that wait for approval', 'decision-reopened': 'Signed decisions to open again', new: (count) => `Domicile: ${count} new`, more: (count) => `… and ${count} more` },
  de: { 'critical-finding': 'Neue kritische Befunde', 'clearance-differs': 'Es läuft anderes, als freigegeben wurde', 'facts-shock': 'Referenzfakten haben sich geändert und mit ihnen Ergebnisse', 'run-failed': 'Fehlgeschlagene geplante Läufe', 'delivery-dead': 'Aufgegebene Nachrichten', 'record-unconfirmed': 'Zu bestätigende Einsätze: Gelten die Angaben noch?', 'waiver-expiring': 'Bald endende Ausnahmen', 'evidence-expiring': 'Bald endende Nachweise', 'fact-stale': 'Referenzfakten, deren Durchsicht überfällig ist', 'approval-wanted': 'Ausnahmen, die auf Genehmigung warten', 'policy-approval-wanted': 'Regeln, die auf Genehmigung warten', 'decision-reopened': 'Unterzeichnete Entscheidungen, die neu zu treffen sind', new: (count) => `Domicile: ${count} neu`, more: (count) => `… und ${count} weitere` },
  fr: { 'critical-finding': 'Nouveaux constats critiques', 'clearance-differs': 'Ce qui tourne n’est pas ce qui a été autorisé', 'facts-shock': 'Des faits de référence ont changé, et des résultats avec eux', 'run-failed': 'Exécutions planifiées en échec', 'delivery-dead': 'Messages abandonnés', 'record-unconfirmed': 'Déploiements à confirmer : les déclarations valent-elles encore ?', 'waiver-expiring': 'Dérogations qui prennent bientôt fin', 'evidence-expiring': 'Preuves qui prennent bientôt fin', 'fact-stale': 'Faits de référence à revoir', 'approval-wanted': 'Dérogations en attente d’approbation', 'policy-approval-wanted': 'Règles en attente d’approbation', 'decision-reopened': 'Décisions signées à rouvrir', new: (count) => `Domicile : ${count} nouveautés`, more: (count) => `… et ${count} autres` },
};

/** One message of everything that came up since the last: by kind, with its number and the first few. */
export function digestMessage(happenings: readonly Happening[], { first, language, needs }: Pick<NotificationTerms, 'first' | 'language'> & Pick<Message, 'needs'>): Message {
  const said = words[language];
  const groups = notificationKinds.map((kind) => ({ kind, all: happenings.filter((each) => each.kind === kind) })).filter(({ all }) => all.length > 0);
  return {
    event: 'notifications',
    title: `${said.new(happenings.length)}: ${groups.map(({ kind, all }) => `${said[kind]} (${all.length})`).join(', ')}`.slice(0, 300),
    lines: groups.flatMap(({ kind, all }) => [`${said[kind]}: ${all.length}`, ...all.slice(0, first).map(({ title }) => `- ${title}`), ...(all.length > first ? [said.more(all.length - first)] : []), '']).slice(0, -1),
    facts: { counts: Object.fromEntries(groups.map(({ kind, all }) => [kind, all.length])), first: groups.flatMap(({ kind, all }) => all.slice(0, first).map(({ subject, title }) => ({ kind, subject, title }))) },
    path: '/admin',
    needs,
  };
}
