import { type RuleResult } from '../audit/audit-result.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type ReportBlock, type ReportOutcome } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { type SectionBody } from './section-body.js';

const outcomes = ['pass', 'fail', 'unknown', 'error', 'not-applicable'] as const;

interface ControlResult {
  readonly id: string;
  readonly framework: string;
  readonly requirement: string;
  readonly rules: readonly RuleResult[];
  readonly counts: Readonly<Record<(typeof outcomes)[number], number>>;
  readonly outcome: ReportOutcome;
}

/** Every control the packs test, pass or not, and those that nothing tested, with the reason. */
export function composeControls(context: ReportContext): SectionBody {
  const controls = controlResults(context);
  const blocks: ReportBlock[] = [
    { kind: 'paragraph', text: context.say('controls.text') },
    matrixOf(context, controls),
    { kind: 'heading', level: 2, id: 'control-list', text: context.say('controls.list') },
    controlTable(context, controls),
    { kind: 'heading', level: 2, id: 'rules', text: context.say('controls.rules') },
    ruleTable(context),
    { kind: 'heading', level: 2, id: 'not-tested', text: context.say('controls.notTested') },
    ...notTested(context, controls),
  ];
  return { title: context.say('controls.title'), blocks };
}

function controlResults(context: ReportContext): readonly ControlResult[] {
  const ids = [...new Set(context.rules.flatMap(({ controls }) => controls))].sort(byCodeUnit);
  return ids.map((id) => {
    const rules = context.rules.filter(({ controls }) => controls.includes(id));
    const counts = countsOf(rules);
    const facts = context.input.reference?.controls.get(id);
    return { id, framework: facts?.framework ?? frameworkOf(id), requirement: facts === undefined ? context.say('controls.noText') : facts.requirement, rules, counts, outcome: worst(counts) };
  });
}

function countsOf(rules: readonly RuleResult[]): ControlResult['counts'] {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, rules.reduce((sum, { counts }) => sum + counts[outcome], 0)])) as ControlResult['counts'];
}

/** A control passes only where something passed and nothing failed, broke or stayed open. */
function worst(counts: ControlResult['counts']): ReportOutcome {
  if (counts.fail > 0) return 'fail';
  if (counts.error > 0) return 'error';
  if (counts.unknown > 0) return 'unknown';
  return counts.pass > 0 ? 'pass' : 'not-applicable';
}

function frameworkOf(id: string): string {
  return id.split('-')[0] ?? id;
}

function matrixOf(context: ReportContext, controls: readonly ControlResult[]): ReportBlock {
  const frameworks = [...new Set(controls.map(({ framework }) => framework))].sort(byCodeUnit);
  const rows = frameworks.map((framework) => {
    const own = controls.filter((control) => control.framework === framework);
    return { label: context.show(framework, 34), cells: outcomes.map((outcome) => own.filter((control) => control.outcome === outcome).length) };
  });
  const words = rows.map(({ label, cells }) => `${label}: ${cells.map((count, index) => context.say('controls.altCell', { outcome: context.say(`outcome.${outcomes[index] ?? 'pass'}`), count })).join(context.say('list.comma'))}`);
  return {
    kind: 'matrix',
    alt: context.say('controls.alt', { rows: words.join(context.say('list.semicolon')) }),
    caption: context.say('controls.matrixCaption', { count: controls.length }),
    columns: outcomes.map((outcome) => context.say(`outcome.${outcome}`)),
    rows: rows.map(({ label, cells }) => ({ label, cells: cells.map((count, index) => ({ outcome: outcomes[index] ?? 'pass', text: count === 0 ? '' : context.number(count) })) })),
  };
}

function controlTable(context: ReportContext, controls: readonly ControlResult[]): ReportBlock {
  return {
    kind: 'table',
    columns: [
      { title: context.say('controls.control'), share: 1.7, whole: true },
      { title: context.say('controls.requirement'), share: 5 },
      { title: context.say('controls.testedBy'), share: 2.2 },
      { title: context.say('controls.result'), share: 1.6 },
    ],
    rows: controls.map(({ id, requirement, rules, outcome }) => ({
      cells: [{ text: context.show(id, 30) }, { text: context.show(requirement, 260) }, { text: rules.map(({ ruleId }) => context.show(ruleId, 40)).join(context.say('list.comma')) }, { text: context.say(`outcome.${outcome}`), outcome }],
    })),
    caption: context.say('controls.listCaption'),
  };
}

function ruleTable(context: ReportContext): ReportBlock {
  const number = (title: string) => ({ title, share: 0.9, set: 'number' as const, align: 'right' as const });
  return {
    kind: 'table',
    columns: [
      { title: context.say('controls.rule'), share: 1.2, whole: true },
      { title: context.say('controls.ruleTitle'), share: 4 },
      { title: context.say('findings.severity'), share: 1.4, whole: true },
      ...(['pass', 'fail', 'unknown', 'error', 'not-applicable'] as const).map((outcome) => number(context.say(`outcomeShort.${outcome}`))),
    ],
    rows: context.rules.map(({ ruleId, title, severity, counts }) => ({
      cells: [{ text: context.show(ruleId, 40) }, { text: context.show(title, 200) }, { text: context.say(`severity.${severity}`), severity }, ...outcomes.map((outcome) => ({ text: context.number(counts[outcome]) }))],
    })),
    caption: context.say('controls.rulesCaption'),
  };
}

function notTested(context: ReportContext, controls: readonly ControlResult[]): ReportBlock[] {
  const tested = new Set(controls.map(({ id }) => id));
  const known = [...(context.input.reference?.controls.values() ?? [])].filter(({ id }) => !tested.has(id));
  const silent = controls.filter(({ outcome }) => outcome === 'not-applicable');
  const rows = [
    ...silent.map(({ id, framework }) => ({ framework, id, reason: context.say('controls.reasonNotApplicable') })),
    ...known.map(({ id, framework }) => ({ framework, id, reason: context.say('controls.reasonNoRule') })),
  ];
  if (rows.length === 0) return [{ kind: 'paragraph', text: context.say('controls.allTested') }];
  const groups = [...new Set(rows.map(({ framework, reason }) => `${framework}\n${reason}`))].sort(byCodeUnit);
  return [
    {
      kind: 'table',
      columns: [
        { title: context.say('controls.framework'), share: 2 },
        { title: context.say('controls.controls'), share: 6 },
        { title: context.say('controls.reason'), share: 3 },
      ],
      rows: groups.map((group) => {
        const [framework = '', reason = ''] = group.split('\n');
        const ids = rows.filter((row) => row.framework === framework && row.reason === reason).map(({ id }) => id).sort(byCodeUnit);
        return { cells: [{ text: context.show(framework, 60) }, { text: ids.map((id) => context.show(id, 40)).join(context.say('list.comma')) }, { text: reason }] };
      }),
      caption: context.say('controls.notTestedCaption', { count: rows.length }),
    },
  ];
}
