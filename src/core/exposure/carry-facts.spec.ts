import { carryFacts } from './carry-facts.js';
import { type FactUse } from './subject-view.js';

const use = (path: string, fact: string): FactUse => ({ path, fact, confidence: 'verified-in-source', state: 'current' });

describe('carryFacts', () => {
  it('notes the facts behind a value under every conclusion from it, each once', () => {
    const uses = [use('.destinations', 'jurisdiction/US'), use('.destinations', 'jurisdiction/US'), use('.other', 'jurisdiction/FR')];
    expect(carryFacts(uses, { '.destinations': ['.covered', '.leavesEea'] })).toEqual([use('.covered', 'jurisdiction/US'), use('.leavesEea', 'jurisdiction/US')]);
  });

  it('keeps the overlay a fact came from, and carries nothing that no conclusion rests on', () => {
    expect(carryFacts([{ ...use('.keepsDays', 'provider/x'), overlay: 'acme' }], { '.keepsDays': ['.keptDays'] })).toEqual([{ ...use('.keptDays', 'provider/x'), overlay: 'acme' }]);
    expect(carryFacts([use('constructor', 'provider/x')], {})).toEqual([]);
  });
});
