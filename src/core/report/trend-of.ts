import { byCodeUnit } from '../inventory/by-code-unit.js';
import { severities } from '../policy/severity.js';
import { earlierAuditOf, rulesDigest } from './earlier-audit.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';

const most = 12;

/** Open findings of earlier audits and of this one, by date; nothing where no earlier one is given, or one deployment is reported on. */
export function trendOf(context: ReportContext): readonly ReportBlock[] {
  const { result, resultBytes, history = [], meta } = context.input;
  if (history.length === 0 || meta.deployment !== undefined) return [];
  const own = rulesDigest(result);
  const audits = [...history, earlierAuditOf(result, resultBytes)].sort((a, b) => byCodeUnit(a.asOf, b.asOf)).slice(-most);
  const rows = audits.map(({ asOf, rules, open }) => ({
    label: rules === own ? context.day(asOf) : context.say('trend.otherRules', { day: context.day(asOf) }),
    parts: severities.map((severity) => ({ severity, count: open[severity] })),
  }));
  const words = rows.map(({ label, parts }) => `${label}: ${parts.filter(({ count }) => count > 0).map(({ severity, count }) => context.say(`count.${severity}`, { count })).join(context.say('list.comma')) || context.say('trend.none')}`);
  return [
    { kind: 'heading', level: 2, id: 'trend', text: context.say('trend.title') },
    { kind: 'stackedBars', alt: context.say('trend.alt', { rows: words.join(context.say('list.semicolon')) }), caption: context.say(audits.some(({ rules }) => rules !== own) ? 'trend.captionOther' : 'trend.caption'), rows },
  ];
}
