import { createTransport } from 'nodemailer';
import { type EmailChannel } from '../../platform/config/delivery-settings.js';
import { DomainError } from '../../platform/problem/domain-error.js';
import { type Sending } from './sending.js';

const patience = 30_000;

/** @returns what the mail server said. @throws DomainError `delivery-refused` where it refuses for good, `unavailable` where another attempt may succeed */
export async function sendEmail(channel: EmailChannel, to: string, { id, message, pdf, link, signal, now }: Sending): Promise<string> {
  const { host, port, security, credential, ca, from, attachUpTo } = channel;
  const attached = pdf !== undefined && pdf.byteLength <= attachUpTo;
  const where = link ?? `sign in to Domicile${message.path === undefined ? '' : ` and open ${message.path}`}`;
  const lines = [...message.lines, '', ...(pdf !== undefined && !attached ? [`${pdf.byteLength} B > ${attachUpTo} B: ${where}`] : [where])];
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(credential === undefined ? {} : { auth: { user: credential.user, pass: await credential.password.reveal() } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const stop = (): void => transport.close();
  signal.addEventListener('abort', stop);
  try {
    const { response } = await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject: message.title.replaceAll(/[\r\n]+/g, ' '),
      text: `${lines.join('\n')}\n`,
      date: now,
      messageId: messageIdOf(id, from),
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: attached && message.report !== undefined ? [{ filename: message.report.fileName, content: Buffer.from(pdf), contentType: 'application/pdf' }] : [],
    });
    return response;
  } catch (error) {
    signal.throwIfAborted();
    throw faultOf(error);
  } finally {
    signal.removeEventListener('abort', stop);
    transport.close();
  }
}

/** The same at every attempt, so that what came twice is told as one. */
export function messageIdOf(id: string, from: string): string {
  return `<${id}@${/@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'localhost'}>`;
}

function faultOf(error: unknown): DomainError {
  const { responseCode, command, code, message } = error as { readonly responseCode?: number; readonly command?: string; readonly code?: string; readonly message?: string };
  const what = `the mail server did not take it: ${(message ?? String(error)).slice(0, 500)}`;
  const forGood = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && command !== 'CONN';
  return new DomainError(forGood ? 'delivery-refused' : 'unavailable', what, { cause: error });
}
