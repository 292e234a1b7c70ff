import { placeIn } from '../../src/web/policies/yaml-place.js';

const text = `kind: PolicyPack
metadata:
  id: house
rules:
  - id: A
    controls:
      - GDPR-44
    tests:
      - { name: x }
  - id: B
    check: |
      deployment.id`;

describe('placeIn', () => {
  it.each([
    ['a key at the root', 'me', [], undefined, 'me'],
    ['a value at the root', 'kind: Pol', [], 'kind', 'Pol'],
    ['a key of a mapping', 'metadata:\n  ver', ['metadata'], undefined, 'ver'],
    ['a key of an item', 'rules:\n  - id: A\n    sev', ['rules', '[]'], undefined, 'sev'],
    ['the first key of an item', 'rules:\n  - i', ['rules', '[]'], undefined, 'i'],
    ['a list at the indentation of its key', 'rules:\n- id: A\n  sub', ['rules', '[]'], undefined, 'sub'],
    ['a value of an item', 'rules:\n  - id: A\n    severity: hi', ['rules', '[]'], 'severity', 'hi'],
    ['an item of a list', 'rules:\n  - id: A\n    controls:\n      - GDPR-4', ['rules', '[]', 'controls', '[]'], undefined, 'GDPR-4'],
    ['a block of text', text, ['rules', '[]', 'check'], undefined, 'deployment.id'],
    ['what follows a block', `${text}\n    on`, ['rules', '[]'], undefined, 'on'],
    ['what follows a rule', `${text}\npar`, [], undefined, 'par'],
  ])('finds %s', (_name, typed, path, key, word) => {
    expect(placeIn(typed.split('\n'))).toEqual({ path, key, typed: word });
  });
});
