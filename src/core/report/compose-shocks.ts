import { type DeploymentOfShock, type ShockResult } from '../shock/shock-result.js';
import { shockTitle } from '../shock/shock-title.js';
import { type ReportBlock, type ReportRow } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

const mostRows = 40;
const outcomeOf = { breaks: 'fail', undecided: 'unknown', unchanged: 'pass' } as const;

/** What breaks if a fact changes, what cannot be told, and what stands ready instead. */
export function composeShocks(context: ReportContext): SectionBody {
  const { shocks = [] } = context.input;
  if (shocks.length === 0) return { title: context.say('shocks.title'), blocks: [{ kind: 'paragraph', text: context.say('shocks.none') }] };
  return { title: context.say('shocks.title'), blocks: [{ kind: 'paragraph', text: context.say('shocks.text') }, overview(context, shocks), ...shocks.flatMap((shock, index) => detail(context, shock, index))] };
}

function overview(context: ReportContext, shocks: readonly ShockResult[]): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('shocks.shock'), share: 5 },
      { title: context.say('shocks.breaks'), share: 1.5, set: 'number', align: 'right' },
      { title: context.say('shocks.undecided'), share: 1.9, set: 'number', align: 'right' },
      { title: context.say('shocks.unchanged'), share: 1.9, set: 'number', align: 'right' },
      { title: context.say('shocks.ready'), share: 3 },
    ],
    rows: shocks.map((shock, index): ReportRow => {
      const hit = shock.deployments.filter(({ impact }) => impact !== 'unchanged');
      const tested = hit.filter(({ fallback }) => fallback.state === 'tested').length;
      return {
        cells: [{ text: titleOf(context, shock.shock), link: anchor(index), strong: true }, ...(['breaks', 'undecided', 'unchanged'] as const).map((impact) => ({ text: context.number(shock.counts[impact]) })), { text: hit.length === 0 ? '–' : context.say('shocks.tested', { tested, hit: hit.length }) }],
        ...(shock.counts.breaks > 0 ? { tone: 'away' as const } : shock.counts.undecided > 0 ? { tone: 'open' as const } : {}),
      };
    }),
    caption: context.say('shocks.caption'),
  };
}

function detail(context: ReportContext, { shock, deployments, elsewhere }: ShockResult, index: number): readonly ReportBlock[] {
  const known = new Set(context.deployments.map(({ id }) => id));
  const hit = deployments.filter(({ id, impact }) => known.has(id) && impact !== 'unchanged');
  const rows = hit.slice(0, mostRows).map((one): ReportRow => ({ cells: [{ text: context.nameOfDeployment(one.id), strong: true }, { text: context.say(`shocks.impact.${one.impact}`), outcome: outcomeOf[one.impact] }, { text: whyOf(context, one) }, { text: context.show(one.fallback.why, 300) }] }));
  const heading = { kind: 'heading' as const, level: 2 as const, id: anchor(index), text: titleOf(context, shock) };
  const beside = elsewhere.length === 0 ? [] : [{ kind: 'paragraph' as const, text: context.count('shocks.elsewhere', elsewhere.length, { rules: [...new Set(elsewhere.map(({ ruleId }) => ruleId))].slice(0, 10).map((rule) => context.show(rule, 40)).join(context.say('list.comma')) }) }];
  if (rows.length === 0) return [heading, { kind: 'paragraph', text: context.say('shocks.nothing') }, ...beside];
  return [
    heading,
    {
      kind: 'table',
      columns: [{ title: context.say('shocks.deployment'), share: 2.6 }, { title: context.say('shocks.impact'), share: 1.8 }, { title: context.say('shocks.why'), share: 4.6 }, { title: context.say('shocks.fallback'), share: 3.4 }],
      rows,
      caption: context.say(hit.length > rows.length ? 'shocks.detailCut' : 'shocks.detail', { shown: rows.length, all: hit.length }),
    },
    ...beside,
  ];
}

function whyOf(context: ReportContext, { stops, why, breaks }: DeploymentOfShock): string {
  const stop = stops === 'no' ? [] : [context.say(`shocks.stops.${stops}`, { why: context.show(why, 300) })];
  const rules = breaks.slice(0, 4).map(({ ruleId, severity, message, waived }) => context.say(waived ? 'shocks.breakWaived' : 'shocks.break', { rule: context.show(ruleId, 40), severity: context.say(`severity.${severity}`), message: context.show(message, 200) }));
  const more = breaks.length > 4 ? [context.say('shocks.more', { count: breaks.length - 4 })] : [];
  return [...stop, ...rules, ...more].join('\n');
}

/** As the scenario is called, else in the language of the report. */
function titleOf(context: ReportContext, { title, ...shock }: ShockResult['shock']): string {
  if (title !== shockTitle(shock)) return context.show(title, 160);
  const spoken = (key: string, value: string): string => (key === 'provider' ? context.nameOfParty(value) : key === 'model' ? context.nameOfSubject(`model/${value}`) : key === 'jurisdiction' || key === 'country' ? context.country(value) : context.show(value, 120));
  const values = Object.fromEntries(Object.entries(shock).map(([key, value]) => [key, typeof value === 'number' ? value : spoken(key, String(value))]));
  const place = shock.kind === 'region-lost' ? { place: [shock.region, shock.country === undefined ? undefined : context.country(shock.country), shock.provider === undefined ? undefined : context.nameOfParty(shock.provider)].filter((part) => part !== undefined).map((part) => context.show(part, 80)).join(context.say('list.comma')) } : {};
  const all = shock.kind === 'api-cut-off' && shock.model === undefined ? '.all' : '';
  return context.say(`shock.${shock.kind}${all}`, { ...values, ...place });
}

function anchor(index: number): string {
  return `shock-${index + 1}`;
}
