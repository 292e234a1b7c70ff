import { type SourceFile } from '../../core/inventory/source-file.js';
import { litellmImporter } from './litellm.importer.js';

const read = (text: string) => {
  const file: SourceFile = { path: 'litellm.yaml', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) };
  return { recognised: litellmImporter.recognises(file), ...litellmImporter.import(file, {}) };
};
const one = 'model_list:\n  - model_name: a\n    litellm_params: { model: openai/gpt-4o }\n';

describe('litellmImporter', () => {
  it('says of a second document that it is not read', () => {
    expect(read(one).problems).toEqual([]);
    expect(read(`${one}---\n${one.replace('model_name: a', 'model_name: b')}`).problems).toEqual([expect.objectContaining({ code: 'several-documents', line: 5 })]);
  });

  it('says of files that are included that they are not joined', () => {
    expect(read(`include: [more.yaml]\n${one}`).problems).toEqual([expect.objectContaining({ code: 'includes', line: 1, level: 'warning', message: expect.stringContaining('more.yaml') })]);
  });

  it('is told by its keys, in quotes as without, and where lines end with a carriage return', () => {
    for (const text of [one, one.replace('model_list', "'model_list'"), one.replaceAll('\n', '\r'), one.replaceAll('\n', '\r\n')]) expect(read(text)).toMatchObject({ recognised: true, problems: [] });
  });
});
