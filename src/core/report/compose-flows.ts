import { concernsFlow } from './concerns-flow.js';
import { flowReaches, type FlowReach } from './flow-reach.js';
import { laneMapOf } from './lane-map-of.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

/** Every flow with the jurisdictions it reaches, the law it comes under and the tool it is transferred with. */
export function composeFlows(context: ReportContext): SectionBody {
  const reaches = flowReaches(context);
  const away = reaches.filter(({ tone }) => tone === 'away').length;
  const open = reaches.filter(({ tone }) => tone === 'open').length;
  if (reaches.length === 0) return { title: context.say('flows.title'), blocks: [{ kind: 'paragraph', text: context.say('flows.none') }] };
  const blocks: ReportBlock[] = [
    { kind: 'lead', text: context.say('flows.lead', { flows: context.count('noun.flow', reaches.length), away, open }) },
    ...laneMapOf(context, reaches),
    { kind: 'heading', level: 2, id: 'flow-register', text: context.say('flows.register') },
    flowTable(context, reaches),
  ];
  return { title: context.say('flows.title'), blocks };
}

function flowTable(context: ReportContext, reaches: readonly FlowReach[]): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('flows.number'), share: 0.7, set: 'number', whole: true },
      { title: context.say('flows.fromTo'), share: 3.2 },
      { title: context.say('flows.stage'), share: 1.4 },
      { title: context.say('flows.data'), share: 2.4 },
      { title: context.say('flows.law'), share: 2.2 },
      { title: context.say('flows.tool'), share: 1.7 },
      { title: context.say('flows.result'), share: 1.5 },
    ],
    rows: reaches.map((reach) => {
      const { flow, number, tone } = reach;
      const findings = context.findings.filter((finding) => concernsFlow(finding, flow));
      const [first] = findings;
      return {
        id: `flow/${flow.id}`,
        cells: [
          { text: String(number) },
          { text: context.say('flows.way', { from: flow.deployment === undefined ? context.show(flow.from ?? '–', 120) : context.nameOfDeployment(flow.deployment), to: flow.to === undefined ? context.say('value.notStated') : context.nameOfParty(flow.to) }) },
          { text: flow.stage === undefined ? context.say('value.notStated') : context.say(`stage.${flow.stage}`) },
          { text: dataOf(context, reach) },
          { text: lawOf(context, reach) },
          { text: flow.transferBasis?.mechanism === undefined ? context.say('value.notStated') : context.say(`mechanism.${flow.transferBasis.mechanism}`) },
          first === undefined ? { text: context.say('flows.noFinding') } : { text: findings.slice(0, 4).map((finding) => finding.number).join(' ') + (findings.length > 4 ? ' …' : ''), link: first.anchor },
        ],
        ...(tone === 'away' ? { tone } : {}),
      };
    }),
    caption: context.say('flows.caption'),
  };
}

function dataOf(context: ReportContext, { flow }: FlowReach): string {
  const marks = [flow.personalData === true ? context.say('flows.personal') : undefined, flow.specialCategories === true ? context.say('flows.special') : undefined].filter((mark) => mark !== undefined);
  const categories = (flow.categories ?? []).map((category) => context.show(category.replace(/^(user|system)\./, '').replaceAll('_', ' '), 60));
  return [...marks, ...categories].slice(0, 5).join(context.say('list.comma')) || context.say('value.notStated');
}

function lawOf(context: ReportContext, { places, parentCountry }: FlowReach): string {
  const codes = places.map(({ country }) => context.country(country));
  const parent = parentCountry === undefined ? [] : [context.say('flows.parent', { country: context.country(parentCountry) })];
  return [...codes, ...parent].join(context.say('list.comma')) || context.say('value.notStated');
}
