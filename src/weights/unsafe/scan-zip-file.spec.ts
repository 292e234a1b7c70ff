import { buildPickle } from '../../../test/weights/build-pickle.js';
import { buildZip, type ZipFileSpec } from '../../../test/weights/build-zip.js';
import { readBytes } from '../../../test/weights/read-bytes.js';
import { MalformedFile } from '../malformed-file.js';
import { scanZipFile } from './scan-zip-file.js';
import { type UnsafeScan } from './unsafe-scan.js';

const scan = (...files: ZipFileSpec[]): UnsafeScan => readBytes(buildZip(files), scanZipFile);
const evil = buildPickle.globalCall('os', 'system', 'id');

describe('scanZipFile', () => {
  it.each([
    ['stored', { name: 'archive/data.pkl', content: evil }],
    ['deflated', { name: 'archive/data.pkl', content: evil, deflate: true }],
    ['under another name', { name: 'archive/data/0', content: buildPickle.stackGlobalCall('os', 'system', 'id') }],
  ])('finds a pickle that calls, %s', (_, file) => {
    expect(scan({ name: 'archive/version', content: Buffer.from('3\n') }, file).unsafe).toEqual([expect.objectContaining({ level: 'dangerous', what: 'os.system' })]);
  });

  it('finds nothing but a notice in what PyTorch writes', () => {
    const found = scan({ name: 'archive/data.pkl', content: buildPickle.stateDict() }, { name: 'archive/data/0', content: Buffer.from([0x80, 0x02, 0xff, 0xff]) });
    expect(found.unsafe.map(({ level }) => level)).toEqual(['notice']);
    expect(found.problems).toEqual([]);
  });

  it('finds a Lambda layer of Keras, also when escapes hide the word', () => {
    for (const name of ['Lambda', 'L\\u0061mbda']) {
      expect(scan({ name: 'config.json', content: Buffer.from(`{"layers":[{"class_name": "${name}"}]}`) }).unsafe).toEqual([expect.objectContaining({ code: 'keras-lambda', level: 'dangerous' })]);
    }
    expect(scan({ name: 'config.json', content: Buffer.from('{"layers":[{"class_name": "Dense", "name": "Lambda"}]}') }).unsafe).toEqual([]);
  });

  it('finds arrays of objects and programs', () => {
    const array = Buffer.from("\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", 'latin1');
    expect(scan({ name: 'a.npy', content: array }, { name: 'run.sh', content: Buffer.from('id') }).unsafe.map(({ code }) => code)).toEqual(['object-array', 'native-code']);
  });

  it.each([
    ['a path that leads out', { name: '../data.pkl', content: evil }, 'path-escape'],
    ['an encrypted pickle', { name: 'data.pkl', content: evil, flags: 1 }, 'encrypted'],
    ['two names for one file', { name: 'data.pkl', content: evil, localName: 'other.pk' }, 'bad-zip'],
    ['a bomb', { name: 'data.pkl', content: Buffer.alloc(80_000_000), deflate: true }, 'entry-too-large'],
  ])('reports %s', (_, file, code) => expect(scan(file).problems.map((problem) => problem.code)).toEqual([code]));

  it('refuses a doubled name and a missing directory', () => {
    expect(() => scan({ name: 'data.pkl', content: buildPickle.emptyDict() }, { name: 'data.pkl', content: evil })).toThrow(MalformedFile);
    expect(() => readBytes(Buffer.from('PK\x03\x04'), scanZipFile)).toThrow('no directory');
  });
});
