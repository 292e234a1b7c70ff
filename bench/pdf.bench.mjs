/** Two hundred pages of text and tables with the kit of the report, tagged, beside the same in plain pdfkit and in pdfmake, each a process of its own; memory of a thousand pages; and a server's event loop while it renders as many. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { reportOnServer } from './pdf/report-on-server.mjs';

const rounds = 5;
const sections = { pages200: 80, pages1000: 405 };
const contenders = ['kit', 'pdfkit', 'pdfkit-shaped', 'pdfmake'];

function render(contender, count) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'pdf/render-once.mjs'), contender, String(count)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${contender} failed with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

export default async function run(print) {
  const measured = Array.from({ length: rounds }, (_, round) => {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    return Object.fromEntries(order.map((contender) => [contender, render(contender, sections.pages200)]));
  });
  const of = (contender, pick) => median(measured.map((round) => pick(round[contender])));
  const ratio = (other) => median(measured.map((round) => round.kit.cpu / round[other].cpu)).toFixed(2);
  const names = { kit: 'kit of the report, tagged, PDF/A-3a and PDF/UA-1', pdfkit: 'plain pdfkit, untagged', 'pdfkit-shaped': "plain pdfkit, untagged, with the kit's shaping of words", pdfmake: 'pdfmake, untagged' };
  for (const contender of contenders) {
    print(`${names[contender]}: ${of(contender, ({ pages }) => pages)} pages, ${of(contender, ({ cpu }) => cpu).toFixed(1)} s of CPU, peak ${of(contender, ({ peak }) => peak).toFixed(0)} MiB, ${(of(contender, ({ bytes }) => bytes) / 1e6).toFixed(1)} MB`);
  }
  print(`tagged: ${ratio('pdfkit')}× the CPU of plain pdfkit (at most 1.3), ${ratio('pdfkit-shaped')}× with words shaped alike, ${ratio('pdfmake')}× pdfmake (under 1); medians of ${rounds} rounds`);

  const thousand = Array.from({ length: 3 }, () => render('kit', sections.pages1000));
  print(`${thousand[0].pages} tagged pages: peak ${Math.max(...thousand.map(({ peak }) => peak)).toFixed(0)} MiB at most in 3 processes (under 400), ${median(thousand.map(({ cpu }) => cpu)).toFixed(1)} s of CPU`);

  const { pages, idle, rendering } = await reportOnServer(2_000);
  const delay = ({ p50, p99, max }) => `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, longest ${max.toFixed(0)} ms`;
  print(`event loop of the server: idle ${delay(idle)}; while it renders ${pages} pages ${delay(rendering)}`);
  print(`  p99 ${(rendering.p99 - idle.p99).toFixed(1)} ms above idle (at most 50)`);
}
