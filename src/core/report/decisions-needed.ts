import { type ReportContext } from './report-context.js';
import { waiversOf } from './waivers-of.js';

const most = 8;
const mostInBrief = 4;

/** What only people can decide, most pressing first. */
export function decisionsNeeded(context: ReportContext): readonly string[] {
  const open = context.findings.filter(({ waived }) => !waived);
  const critical = open.filter(({ severity, verdict }) => severity === 'critical' && verdict === 'fail');
  const items: string[] = [];
  if (critical.length > 0) items.push(context.count('decide.critical', critical.length, { numbers: numbersOf(context, critical) }));
  for (const [deployment, options] of optionsByDeployment(context)) {
    const admissible = options.filter(({ admissible: answer }) => answer === 'yes');
    const actual = options.find(({ kind }) => kind === 'status-quo') ?? options[0];
    if (actual === undefined || actual.admissible === 'yes') continue;
    const name = context.nameOfDeployment(deployment);
    items.push(admissible.length === 0 ? context.say('decide.noOption', { deployment: name }) : context.say('decide.option', { deployment: name, options: admissible.map(({ title }) => context.show(title, 120)).join(context.say('list.or')) }));
  }
  for (const { id, state, expiresAt } of waiversOf(context)) {
    if (state === 'expired') items.push(context.say('decide.expired', { waiver: context.show(id, 80), day: context.day(expiresAt) }));
    if (state === 'expiring') items.push(context.say('decide.expiring', { waiver: context.show(id, 80), day: context.day(expiresAt) }));
  }
  const unknown = open.filter(({ verdict }) => verdict === 'unknown');
  if (unknown.length > 0) items.push(context.count('decide.unknown', unknown.length, { numbers: numbersOf(context, unknown) }));
  return items.slice(0, context.input.template.brief ? mostInBrief : most);
}

function numbersOf(context: ReportContext, findings: readonly { readonly number: string }[]): string {
  const shown = findings.slice(0, 6).map(({ number }) => number);
  return shown.join(context.say('list.comma')) + (findings.length > shown.length ? context.say('list.more', { count: findings.length - shown.length }) : '');
}

function optionsByDeployment({ input, deployments }: ReportContext) {
  const known = new Set(deployments.map(({ id }) => id));
  const grouped = new Map<string, (typeof input.result.options)[number][]>();
  for (const option of input.result.options) if (known.has(option.deployment)) grouped.set(option.deployment, [...(grouped.get(option.deployment) ?? []), option]);
  return grouped;
}
