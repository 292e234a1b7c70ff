import { accessLawsAt } from '../../src/core/reference/access-laws-at.js';
import { adequacyAt } from '../../src/core/reference/adequacy-at.js';
import { controlAt } from '../../src/core/reference/control-at.js';
import { factListsBeside } from '../../src/core/reference/fact-lists-beside.js';
import { isMember } from '../../src/core/reference/is-member.js';
import { lifecycleAt } from '../../src/core/reference/lifecycle-at.js';
import { localisationLawsAt } from '../../src/core/reference/localisation-laws-at.js';
import { lookUpLicence } from '../../src/core/reference/look-up-licence.js';
import { lookUpModel } from '../../src/core/reference/look-up-model.js';
import { lookUpProvider } from '../../src/core/reference/look-up-provider.js';
import { parentAt } from '../../src/core/reference/parent-at.js';
import { retirementOf } from '../../src/core/reference/retirement-of.js';
import { staleFacts } from '../../src/core/reference/stale-facts.js';
import { shippedReference } from './shipped-reference.js';

const reference = shippedReference().indexed;
const [before, between, today] = ['2023-07-01', '2025-01-01', '2026-11-23'];

describe('EU adequacy', () => {
  const at = (code: string, asOf: string) => {
    const { value, state } = adequacyAt(reference, code, asOf);
    return [value?.status, value?.decision?.framework, value?.decision?.scope, state];
  };

  it('of the United States: none after Privacy Shield fell, per certified entity since the Data Privacy Framework', () => {
    expect(at('US', '2014-06-01')).toEqual(['partial', 'safe-harbour', 'certified-entities', 'current']);
    expect(at('US', '2015-10-06')[0]).toBe('ended');
    expect(at('US', '2019-01-01').slice(0, 2)).toEqual(['partial', 'privacy-shield']);
    expect(at('US', '2020-07-16').slice(0, 2)).toEqual(['ended', 'privacy-shield']);
    expect(at('US', before)).toEqual(['ended', 'privacy-shield', 'certified-entities', 'current']);
    expect(at('US', '2023-07-09')[0]).toBe('ended');
    expect(at('US', '2023-07-10').slice(0, 2)).toEqual(['partial', 'data-privacy-framework']);
    expect(at('US', between).slice(0, 3)).toEqual(['partial', 'data-privacy-framework', 'certified-entities']);
    const now = adequacyAt(reference, 'US', today);
    expect(now.value?.decision).toMatchObject({ decision: '(EU) 2023/1795', pendingCase: 'C-703/25 P' });
    expect(now.sources.length).toBeGreaterThan(0);
  });

  it('of the United Kingdom: member, bridge, first decision, renewal, sunset', () => {
    expect(at('GB', '2019-06-01')[0]).toBe('not-needed');
    expect(at('GB', '2021-03-01').slice(0, 2)).toEqual(['adequate', 'treaty-bridge']);
    expect(adequacyAt(reference, 'GB', before).value?.decision?.decision).toBe('(EU) 2021/1772');
    expect(adequacyAt(reference, 'GB', between).value?.decision?.decision).toBe('(EU) 2021/1772');
    expect(adequacyAt(reference, 'GB', today).value?.decision).toMatchObject({ from: '2025-12-19', expires: '2031-12-27' });
    expect(at('GB', '2031-12-27')[0]).toBe('ended');
  });

  it('of Brazil only since 26 January 2026', () => {
    expect([before, between, '2026-01-25', '2026-01-26', today].map((asOf) => at('BR', asOf)[0])).toEqual(['none', 'none', 'none', 'adequate', 'adequate']);
  });

  it('of others within their scope', () => {
    expect(at('CA', today).slice(0, 3)).toEqual(['partial', 'decision', 'commercial-organisations']);
    expect(at('JP', today)[0]).toBe('partial');
    expect(at('KR', '2021-12-16')[0]).toBe('none');
    expect(at('CH', today)[0]).toBe('adequate');
    expect(at('CN', today)).toEqual(['none', undefined, undefined, 'unverified']);
    expect(at('DE', before)[0]).toBe('not-needed');
    expect(at('NO', before)[0]).toBe('not-needed');
    expect(isMember(reference, 'NO', 'EU', today)).toBe(false);
    expect(isMember(reference, 'XX', 'EU', today)).toBeUndefined();
    expect(adequacyAt(reference, 'XX', today)).toMatchObject({ state: 'absent', value: undefined });
  });
});

describe('the AI Act', () => {
  const at = (id: string, asOf: string, scope?: 'annex-iii' | 'annex-i' | 'earlier-models' | 'marking-of-earlier-systems') => {
    const { value } = controlAt(reference, id, asOf, scope);
    return [value?.applies, value?.application?.appliesFrom];
  };

  it('is not law on 2023-07-01', () => {
    expect(at('AIA-9', before)).toEqual([false, undefined]);
    expect(at('AIA-53', before)).toEqual([false, undefined]);
  });

  it('has the dates of 2024 on 2025-01-01', () => {
    expect(at('AIA-9', between, 'annex-iii')).toEqual([false, '2026-08-02']);
    expect(at('AIA-9', between, 'annex-i')).toEqual([false, '2027-08-02']);
    expect(at('AIA-5', between)).toEqual([false, '2025-02-02']);
    expect(at('AIA-53', between)).toEqual([false, '2025-08-02']);
  });

  it('has those of Regulation (EU) 2026/1744 today', () => {
    expect(at('AIA-9', today, 'annex-iii')).toEqual([false, '2027-12-02']);
    expect(at('AIA-9', today, 'annex-i')).toEqual([false, '2028-08-02']);
    expect(at('AIA-26', '2027-12-02', 'annex-iii')).toEqual([true, '2027-12-02']);
    expect(at('AIA-5', today)).toEqual([true, '2025-02-02']);
    expect(at('AIA-53', today)).toEqual([true, '2025-08-02']);
    expect(at('AIA-53', today, 'earlier-models')).toEqual([false, '2027-08-02']);
    expect(at('AIA-50', today)).toEqual([true, '2026-08-02']);
    expect(at('AIA-50', today, 'marking-of-earlier-systems')).toEqual([false, '2026-12-02']);
    expect(at('AIA-50', '2026-12-02', 'marking-of-earlier-systems')).toEqual([true, '2026-12-02']);
    expect(at('AIA-5-NCII', today)).toEqual([false, '2026-12-02']);
  });

  it('did not yet know of the postponement the day before it entered into force', () => {
    expect(at('AIA-9', '2026-07-26', 'annex-iii')).toEqual([false, '2026-08-02']);
    expect(at('AIA-9', '2026-07-27', 'annex-iii')).toEqual([false, '2027-12-02']);
  });
});

describe('other duties', () => {
  it.each([
    ['GDPR-44', before, true],
    ['DORA-28(8)', between, false],
    ['DORA-28(8)', '2025-01-17', true],
    ['DPDP-S.16', today, false],
    ['DPDP-S.16', '2027-05-13', true],
    ['PIPL-40', before, true],
  ])('%s on %s applies: %s', (id, asOf, applies) => {
    expect(controlAt(reference, id, asOf).value?.applies).toBe(applies);
  });

  it('bind where data may be kept from their day', () => {
    expect(localisationLawsAt(reference, 'IN', today).map(({ value }) => value?.id)).not.toContain('IN-DPDP-16');
    expect(localisationLawsAt(reference, 'RU', before).map(({ value }) => value?.allowedStorage)).toEqual(['domestic']);
  });
});

describe('laws of compelled access', () => {
  const ids = (code: string, asOf: string) => accessLawsAt(reference, code, asOf).map(({ value }) => `${value?.id} ${value?.status}`);

  it('come and lapse by date', () => {
    expect(ids('US', '2018-01-01')).not.toContain('US-CLOUD-ACT in-force');
    expect(ids('US', before)).toEqual(expect.arrayContaining(['US-CLOUD-ACT in-force', 'US-FISA-702 in-force']));
    expect(ids('US', today)).toContain('US-FISA-702 lapsed-but-applied');
    expect(ids('US', today)).not.toContain('US-FISA-702 in-force');
  });

  it('that were not read in a source say so', () => {
    expect(accessLawsAt(reference, 'CN', today).map(({ state }) => state)).toEqual(['unverified', 'unverified', 'unverified']);
  });
});

describe('retirements of API models', () => {
  const at = (provider: string, model: string, asOf: string) => {
    const { value, state } = retirementOf(reference, provider, model, asOf);
    return [value?.retirement.effect, value?.retirement.date, value?.past, value?.days, state];
  };

  it('are unknown before their announcement and final after their day', () => {
    expect(at('openai-api', 'gpt-4', between)).toEqual([undefined, undefined, undefined, undefined, 'absent']);
    expect(at('openai-api', 'gpt-4', '2026-05-01')).toEqual(['shutdown', '2026-10-23', false, 175, 'current']);
    expect(at('openai-api', 'gpt-4', today)).toEqual(['shutdown', '2026-10-23', true, -31, 'current']);
    expect(at('openai-api', 'gpt-4-turbo', today).slice(0, 3)).toEqual(['shutdown', '2026-10-23', true]);
    expect(at('openai-api', 'gpt-4', '2028-01-01').at(-1)).toBe('current');
  });

  it('tell rerouting from shutting down, and count the days', () => {
    expect(at('google-gemini-api', 'gemini-2.5-pro', today)).toEqual(['rerouted', '2026-12-01', false, 8, 'current']);
    expect(at('openai-api', 'gpt-5', today)).toEqual(['shutdown', '2026-12-11', false, 18, 'current']);
    expect(at('mistral-la-plateforme', 'mistral-medium-2505', today).slice(0, 3)).toEqual(['deprecated', undefined, false]);
  });

  it('differ per platform, and a later schedule replaces an earlier one', () => {
    expect(at('azure-openai', 'gpt-4-0613', today)[1]).toBe('2025-06-06');
    expect(at('openai-api', 'gpt-4-0613', today)[1]).toBe('2026-10-23');
    expect(at('azure-openai', 'gpt-4o 2024-11-20', '2026-08-01')[1]).toBe('2026-10-01');
    expect(at('azure-openai', 'GPT-4o-2024-11-20', today)[1]).toBe('2027-04-14');
    expect(at('aws-bedrock', 'gpt-4', today).at(-1)).toBe('absent');
  });
});

describe('owners, engines, licences and models', () => {
  it('know a pending change of owner from the day it was agreed', () => {
    expect(parentAt(reference, 'aleph-alpha', between).value).toMatchObject({ parent: { country: 'DE' } });
    expect(parentAt(reference, 'aleph-alpha', between).value?.pending).toBeUndefined();
    expect(parentAt(reference, 'aleph-alpha', today).value).toMatchObject({ parent: { country: 'DE' }, pending: { country: 'CA' } });
    expect(parentAt(reference, 'langfuse', between).value?.parent.country).toBe('DE');
    expect(parentAt(reference, 'langfuse', today).value?.parent.country).toBe('US');
    expect(parentAt(reference, 'nobody', today).state).toBe('absent');
  });

  it('lean on an unverified date only before the record was assessed', () => {
    expect(parentAt(reference, 'azure-openai', between).state).toBe('unverified');
    expect(parentAt(reference, 'azure-openai', today).state).toBe('current');
  });

  it('do not carry today\'s defaults into the past', () => {
    expect(lookUpProvider(reference, 'openai-api', between)).toMatchObject({ state: 'not-yet-known', value: undefined });
    expect(lookUpProvider(reference, 'openai-api', today).value?.trainsByDefault?.value).toBe('no');
  });

  it('follow an engine from active to archived', () => {
    expect([before, '2025-12-11', '2026-03-20', '2026-03-21', today].map((asOf) => lifecycleAt(reference, 'text-generation-inference', asOf).value?.status)).toEqual(['active', 'maintenance', 'maintenance', 'archived', 'archived']);
    expect(lifecycleAt(reference, 'vllm', today)).toMatchObject({ value: { status: 'active' }, state: 'current' });
  });

  it('know terms and models from their first day', () => {
    expect(lookUpLicence(reference, 'LicenseRef-Llama-2-Community', before).state).toBe('not-yet-known');
    expect(lookUpLicence(reference, 'LicenseRef-Llama-2-Community', between).value?.outputUse.trainOtherModels).toBe('same-family-only');
    expect(lookUpModel(reference, 'meta-llama/Llama-2-7b-hf', before).state).toBe('not-yet-known');
    expect(lookUpModel(reference, 'meta-llama/Llama-2-7b-hf', between)).toMatchObject({ state: 'current', value: { id: 'llama-2-7b' } });
  });
});

describe('review', () => {
  it('falls due 180 days after the as-of where no day is set', () => {
    expect(staleFacts(reference, '2026-11-23').map(({ fact }) => fact)).toEqual(['engine/huggingface-hub', 'notice-policy/policy-azure-notice']);
    expect(lookUpLicence(reference, 'MIT', '2027-05-22').state).toBe('current');
    expect(lookUpLicence(reference, 'MIT', '2027-05-23').state).toBe('stale');
    expect(staleFacts(reference, '2027-05-23').length).toBeGreaterThan(380);
  });

  it('is not asked of what has become history', () => {
    expect(staleFacts(reference, '2028-01-01').map(({ fact }) => fact)).not.toContain('retirement/retire-openai-gpt-4');
    expect(staleFacts(reference, '2028-01-01').map(({ fact }) => fact)).toContain('retirement/retire-mistral-medium-3');
    const { prices, hardware, 'code-markers': markers } = shippedReference();
    const due = staleFacts(reference, today, factListsBeside(prices.data, hardware.data, markers.data)).map(({ fact }) => fact);
    expect(due).toContain('price/openai-gpt-3.5-turbo-2023-03');
    expect(due).not.toContain('price/deepseek-chat-v3-promo');
  });
});
