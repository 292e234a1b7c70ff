import { type LevelGap, type ObjectiveLevel, type SovereigntyResult } from '../sovereignty/sovereignty-result.js';
import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

const mostRows = 60;

/** Levels of the EU Cloud Sovereignty Framework as ranges, and for each deployment the step its weakest objective lacks. */
export function composeSovereignty(context: ReportContext): SectionBody {
  const { sovereignty } = context.input;
  const title = context.say('sovereignty.title');
  if (sovereignty === undefined) return { title, blocks: [{ kind: 'paragraph', text: context.say('sovereignty.none') }] };
  const known = new Set(context.deployments.map(({ id }) => id));
  const deployments = sovereignty.deployments.filter(({ id }) => known.has(id)).slice(0, mostRows);
  if (deployments.length === 0) return { title, blocks: [{ kind: 'paragraph', text: context.say('sovereignty.noDeployment') }] };
  return { title, blocks: [{ kind: 'paragraph', text: context.say('sovereignty.text', { label: context.show(sovereignty.framework.label, 200) }) }, levelsTable(context, deployments), keyOf(context, sovereignty), stepsTable(context, deployments)] };
}

type Levels = SovereigntyResult['deployments'];

function levelsTable(context: ReportContext, deployments: Levels): ReportBlock {
  const objectives = deployments[0]?.objectives ?? [];
  return {
    kind: 'table',
    columns: [{ title: context.say('sovereignty.deployment'), share: 3.2 }, ...objectives.map(({ objective }) => ({ title: context.show(objective, 12), share: 1.05, align: 'right' as const, whole: true }))],
    rows: deployments.map(({ id, objectives: levels }) => ({ cells: [{ text: context.nameOfDeployment(id), strong: true }, ...levels.map((level) => ({ text: rangeOf(level) }))] })),
    caption: context.say('sovereignty.caption'),
  };
}

function keyOf(context: ReportContext, { deployments, framework }: SovereigntyResult): ReportBlock {
  const objectives = (deployments[0]?.objectives ?? []).map(({ objective, name, weight }) => ({ label: context.show(objective, 12), value: context.say('sovereignty.objective', { name: context.show(name, 120), weight }) }));
  const levels = framework.levels.map(({ level, name }) => ({ label: context.say('sovereignty.level', { level }), value: context.show(name, 160) }));
  return { kind: 'details', items: [...objectives, ...levels] };
}

function stepsTable(context: ReportContext, deployments: Levels): ReportBlock {
  const rows = deployments.flatMap(({ id, objectives }) => {
    const weakest = [...objectives].filter(({ gaps }) => gaps.length > 0).sort((a, b) => Number(isHeld(b)) - Number(isHeld(a)) || a.low - b.low || a.high - b.high)[0];
    const [gap] = weakest?.gaps ?? [];
    return weakest === undefined || gap === undefined ? [] : [{ cells: [{ text: context.nameOfDeployment(id), strong: true }, { text: context.show(weakest.objective, 12) }, { text: context.say('sovereignty.toLevel', { level: gap.level, asks: context.show(gap.asks, 240) }) }, { text: becauseOf(context, gap), outcome: gap.state === 'missed' ? ('fail' as const) : ('unknown' as const) }] }];
  });
  return {
    kind: 'table',
    columns: [{ title: context.say('sovereignty.deployment'), share: 2.4 }, { title: context.say('sovereignty.weakest'), share: 1.3, whole: true }, { title: context.say('sovereignty.asks'), share: 4 }, { title: context.say('sovereignty.because'), share: 4 }],
    rows,
    caption: context.say('sovereignty.stepsCaption'),
  };
}

/** Whether the next level asks for something that an inventory can hold. */
function isHeld({ gaps }: ObjectiveLevel): boolean {
  return gaps[0]?.ruleId !== null;
}

function becauseOf(context: ReportContext, { ruleId, state, because, remediation }: LevelGap): string {
  if (ruleId === null) return context.say('sovereignty.notHeld');
  const reasons = because.slice(0, 3).map((reason) => context.show(reason, 160)).join(context.say('list.semicolon'));
  return [context.say(`sovereignty.${state}`, { reasons }), ...(remediation === null ? [] : [context.show(remediation, 240)])].join('\n');
}

function rangeOf({ low, high }: ObjectiveLevel): string {
  return low === high ? String(low) : `${low}–${high}`;
}
