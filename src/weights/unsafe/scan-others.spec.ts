import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPickle } from '../../../test/weights/build-pickle.js';
import { buildTar } from '../../../test/weights/build-tar.js';
import { readBytes } from '../../../test/weights/read-bytes.js';
import { writeFolder } from '../../../test/weights/write-folder.js';
import { scanH5File } from './scan-h5-file.js';
import { scanModelConfig } from './scan-model-config.js';
import { scanTarFile } from './scan-tar-file.js';

describe('scanTarFile', () => {
  it('follows the pickles of the first format of PyTorch', () => {
    const evil = buildPickle.globalCall('os', 'system', 'id');
    const archive = buildTar([{ name: 'storages', content: Buffer.concat([buildPickle.emptyDict(), Buffer.from([0xff, 0xff])]) }, { name: 'pickle', content: evil }]);
    const scan = readBytes(archive, scanTarFile);
    expect(scan.unsafe).toContainEqual(expect.objectContaining({ level: 'dangerous', what: 'os.system' }));
    expect(scan.problems).toEqual([]);
  });

  it('reports a path that leads out', () => {
    expect(readBytes(buildTar([{ name: '../pickle', content: buildPickle.emptyDict() }]), scanTarFile).problems.map(({ code }) => code)).toEqual(['path-escape']);
  });
});

describe('scanH5File', () => {
  const head = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1');
  const layer = Buffer.from('{"class_name": "Lambda", "config": {"function": ["4wEAAAA"]}}');

  it.each([100, 4 * 1024 * 1024 - 20, 9_000_000])('finds a Lambda layer after %d bytes', async (gap) => {
    const folder = writeFolder({ 'm.h5': Buffer.concat([head, Buffer.alloc(gap), layer, Buffer.alloc(50)]) });
    expect((await scanH5File(join(folder, 'm.h5'))).unsafe.map(({ code }) => code)).toEqual(['keras-lambda']);
  });

  it('finds none where there is none', async () => {
    const folder = writeFolder({ 'm.h5': Buffer.concat([head, Buffer.from('{"class_name": "Dense", "name": "Lambda"}')]) });
    expect((await scanH5File(join(folder, 'm.h5'))).unsafe).toEqual([]);
  });
});

describe('scanModelConfig', () => {
  const scan = (text: string) => {
    const file = join(writeFolder({}), 'config.json');
    writeFileSync(file, text);
    return scanModelConfig(file, Buffer.byteLength(text));
  };

  it('names the code that auto_map has loaded, here or elsewhere', () => {
    const { unsafe, modules } = scan('{"auto_map":{"AutoModel":"modeling_x.XModel","AutoTokenizer":["org/repo--tok.Fast",null]}}');
    expect(unsafe.map(({ level, what }) => [level, what])).toEqual([['suspicious', 'modeling_x.XModel'], ['suspicious', 'org/repo--tok.Fast']]);
    expect(modules).toEqual(['modeling_x']);
  });

  it('sees trust_remote_code at any depth, only when it is true', () => {
    expect(scan('{"a":[{"trust_remote_code":true}]}').unsafe).toHaveLength(1);
    expect(scan('{"trust_remote_code":false}').unsafe).toEqual([]);
  });

  it('cannot tell from a damaged configuration', () => {
    expect(scan('{"auto_map":').problems.map(({ bearing }) => bearing)).toEqual(['unknown']);
  });
});
