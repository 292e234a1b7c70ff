import { type ReportCover } from './report-model.js';
import { conclusionOf } from './conclusion-of.js';
import { conclusionSentence } from './conclusion-sentence.js';
import { flowReaches } from './flow-reach.js';
import { partText } from './part-text.js';
import { openCounts } from './open-counts.js';
import { type ReportTone } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { titleOf } from './title-of.js';

const mostRoutes = 14;

/** The first page: the auditee, the answer, the counts, what it was judged by and how the file can be checked. */
export function composeCover(context: ReportContext, digest: string, draft: boolean): ReportCover {
  const { template } = context.input;
  const fails = openCounts(context.findings.filter(({ verdict }) => verdict === 'fail'));
  const undecided = openCounts(context.findings.filter(({ verdict }) => verdict !== 'fail'));
  const conclusion = conclusionOf(context);
  const waived = context.findings.filter((finding) => finding.waived).length;
  const severities = (['critical', 'high', 'medium', 'low', 'info'] as const).filter((severity) => severity !== 'info' || fails.info + undecided.info > 0);
  const tone: ReportTone = conclusion === 'conforming' ? 'home' : conclusion === 'non-conforming' ? 'away' : 'open';
  return {
    overline: context.say(template.title),
    title: titleOf(context),
    subtitle: context.say('cover.subtitle'),
    conclusionLabel: context.say('cover.conclusion'),
    conclusion: conclusionSentence(context),
    note: [...partNotes(context), countsNote(context), context.count('cover.waived', waived), ...(draft ? [context.say('cover.draft')] : [])].join(' '),
    tone,
    counts: severities.map((severity) => ({ severity, word: context.say(`severity.${severity}`), fails: context.number(fails[severity]), undecided: context.number(undecided[severity]) })),
    countTitles: { fails: context.say('cover.fails'), undecided: context.say('cover.undecided') },
    details: detailsOf(context),
    digestLabel: context.say('cover.digest', { file: 'audit-result.json' }),
    digest,
    disclaimer: context.say('cover.disclaimer'),
    ...routesOf(context),
  };
}

/** Of what part the audit is, where it is not of the whole. */
function partNotes(context: ReportContext): string[] {
  const { part } = context.input.result;
  return part === undefined ? [] : [context.say('part.note', { only: partText(context, part), count: part.subjects.length, all: part.of })];
}

/** What every verdict came to; of one deployment only its findings are known one by one. */
function countsNote(context: ReportContext): string {
  const { result, meta } = context.input;
  const { pass, fail, unknown, error } = result.counts;
  if (meta.deployment === undefined) return context.say('cover.counts', { pass, fail, unknown, error });
  const open = context.findings.filter(({ waived }) => !waived);
  const fails = open.filter(({ verdict }) => verdict === 'fail').length;
  return context.say('cover.countsOne', { fail: fails, undecided: open.length - fails });
}

function detailsOf(context: ReportContext): ReportCover['details'] {
  const { result, meta } = context.input;
  const lead = meta.signOffs?.find(({ role }) => role === 'lead');
  const detail = (key: string, value: string): { readonly label: string; readonly value: string } => ({ label: context.say(`cover.${key}`), value });
  const period = meta.period === undefined ? context.day(result.asOf) : context.say('cover.fromTo', { from: context.day(meta.period.from), to: context.day(meta.period.to) });
  return [
    detail('auditee', result.organisation === null ? context.say('value.notStated') : context.show(result.organisation.name, 120)),
    detail('period', period),
    detail('report', [context.say('cover.reportVersion', { id: context.show(meta.id, 60), version: context.show(meta.version, 20) }), ...(meta.supersedes === undefined ? [] : [context.say('cover.supersedes', { report: context.show(meta.supersedes, 80) })])].join(context.say('list.comma'))),
    detail('classification', meta.classification === undefined ? context.say('cover.internal') : context.show(meta.classification, 80)),
    { ...detail('criteria', Object.keys(result.digests.packs).map((pack) => context.show(pack.replace('@', ' '), 80)).join(context.say('list.dot'))), wide: true },
    detail('lead', lead === undefined ? context.say('value.notSigned') : context.show(lead.name, 80)),
    detail('engine', context.show(result.engine, 80)),
  ];
}

/** The ways data takes between countries, those that leave the EEA first. */
function routesOf(context: ReportContext): Pick<ReportCover, 'routes' | 'home' | 'mapAlt'> {
  const { snapshot, reference } = context.input;
  const seat = snapshot.organisation?.seat ?? snapshot.legalEntities.find(({ seat: own }) => own !== undefined)?.seat;
  const found = new Map<string, { from: string; to: string; tone: ReportTone; flows: number }>();
  for (const { places } of flowReaches(context)) {
    for (const { country } of seat === undefined ? [] : places) {
      const route = found.get(country) ?? { from: seat ?? '', to: country, tone: context.toneOf(country), flows: 0 };
      found.set(country, { ...route, flows: route.flows + 1 });
    }
  }
  const order: readonly ReportTone[] = ['away', 'open', 'home'];
  const routes = [...found.values()].sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone) || b.flows - a.flows || (a.to < b.to ? -1 : 1)).slice(0, mostRoutes);
  const home = reference === undefined ? [] : [...reference.jurisdictions.keys()].filter((code) => context.toneOf(code) === 'home').sort();
  const words = routes.map(({ to, flows }) => context.say('cover.mapRoute', { country: context.country(to), flows: context.count('noun.flow', flows) }));
  return {
    routes: routes.map(({ from, to, tone }) => ({ from, to, tone })),
    home,
    mapAlt: seat === undefined || routes.length === 0 ? context.say('cover.mapEmpty') : context.say('cover.mapAlt', { seat: context.country(seat), routes: words.join(context.say('list.semicolon')) }),
  };
}
