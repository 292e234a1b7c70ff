import { type AuditInHand, type ReportWanted } from '../audits/scheduled-audit.service.js';
import { type Message } from '../deliveries/outbox.service.js';
import { type ScheduleDraft } from './schedule-shapes.js';
import { type ScheduleRunEntity } from './schedule-run.entity.js';

type Words = Readonly<Record<AuditInHand['conclusion'] | 'due' | 'outcomes' | 'support', string>>;

const words: Readonly<Record<ReportWanted['language'], Words>> = {
  en: { conforming: 'conforming', 'non-conforming': 'non-conforming', inconclusive: 'inconclusive', due: 'Audit of the register, due', outcomes: 'Verdicts', support: 'Decision support, no legal advice.' },
  de: { conforming: 'konform', 'non-conforming': 'nicht konform', inconclusive: 'nicht entscheidbar', due: 'Prüfung des Registers, fällig', outcomes: 'Urteile', support: 'Entscheidungshilfe, keine Rechtsberatung.' },
  fr: { conforming: 'conforme', 'non-conforming': 'non conforme', inconclusive: 'non concluant', due: 'Audit du registre, prévu le', outcomes: 'Verdicts', support: "Aide à la décision, pas d'avis juridique." },
};

/** What the recipients of a schedule are told of a run, in the language of its report. */
export function messageOfRun({ name, report: { template, language } }: ScheduleDraft, { id, scheduleId, dueAt }: ScheduleRunEntity, { conclusion, counts }: AuditInHand, audit: string, report: { readonly id: string; readonly digest: string }): Message {
  const said = words[language];
  const due = dueAt.toISOString();
  return {
    event: 'report',
    title: `${name}: ${said[conclusion]}`,
    lines: [`${said.due} ${due}`, `${said.outcomes}: ${Object.entries(counts).map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`, said.support],
    facts: { schedule: scheduleId, run: id, dueAt: due, audit, conclusion, counts, report: { id: report.id, digest: report.digest, template, language } },
    path: `/api/v1/audits/${audit}/report.pdf?template=${template}&language=${language}`,
    report: { id: report.id, fileName: `${due.slice(0, 16).replaceAll(':', '')}Z-${template}.pdf` },
    needs: 'audit:read',
  };
}
