import { type ReportBlock } from './report-block.js';
import { type ReportContext } from './report-context.js';
import { missingSignatures } from './missing-signatures.js';
import { type SectionBody } from './section-body.js';
import { signatures } from './signatures.js';

/** Who stands by the report, and how anyone can check that it is unchanged. */
export function composeSignOff(context: ReportContext): SectionBody {
  const missing = missingSignatures(context.input.meta);
  return {
    title: context.say('signOff.title'),
    blocks: [{ kind: 'paragraph', text: missing === 0 ? context.say('signOff.complete') : context.count('signOff.missing', missing) }, signatures(context), verification(context)],
  };
}

function verification(context: ReportContext): ReportBlock {
  return {
    kind: 'commands',
    title: context.say('signOff.verify'),
    text: context.say('signOff.verifyText'),
    lines: ['domicile verify report.pdf --ca root.pem', 'domicile verify report.pdf --inputs .', 'pdfdetach -savefile audit-result.json report.pdf', 'sha256sum audit-result.json'],
  };
}
