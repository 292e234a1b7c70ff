import { type WebhookChannel } from '../../platform/config/delivery-settings.js';
import { type Sending } from './sending.js';

/** The body of a request in the form that its receiver reads. */
export function webhookBody(form: WebhookChannel['form'], { id, message: { event, title, lines, facts }, link, now }: Sending): string {
  const linked = link === undefined ? [] : [link];
  if (form === 'slack') return JSON.stringify({ text: [`*${escaped(title)}*`, ...lines.map(escaped), ...linked].join('\n') });
  if (form === 'teams') return JSON.stringify({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: adaptiveCard(title, lines, link) }] });
  return JSON.stringify({ schema: 'domicile/delivery/1', id, event, sentAt: now.toISOString(), title, lines, link: link ?? null, facts });
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function adaptiveCard(title: string, lines: readonly string[], link: string | undefined): object {
  const block = (text: string, more: object): object => ({ type: 'TextBlock', text: text.replaceAll(/[\\*_[\]()#-]/g, String.raw`\$&`), wrap: true, ...more });
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [block(title, { weight: 'Bolder', size: 'Medium' }), ...lines.filter((line) => line !== '').map((line) => block(line, {}))],
    ...(link === undefined ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Domicile', url: link }] }),
  };
}
