import { digestMessage } from './digest-message.js';

it('says how many there are of each kind and names the first', () => {
  const happenings = [...Array.from({ length: 10_000 }, (_, at) => ({ kind: 'critical-finding' as const, event: `${at}`, subject: `finding/${at}`, title: `R: ${at}` })), { kind: 'fact-stale' as const, event: 'f', subject: 'fact/x', title: 'x' }];
  const { title, lines, facts } = digestMessage(happenings, { first: 2, language: 'de', needs: 'notification:read' });
  expect(title).toBe('Domicile: 10001 neu: Neue kritische Befunde (10000), Referenzfakten, deren Durchsicht überfällig ist (1)');
  expect(lines).toEqual(['Neue kritische Befunde: 10000', '- R: 0', '- R: 1', '… und 9998 weitere', '', 'Referenzfakten, deren Durchsicht überfällig ist: 1', '- x']);
  expect(facts).toMatchObject({ counts: { 'critical-finding': 10_000, 'fact-stale': 1 } });
});
