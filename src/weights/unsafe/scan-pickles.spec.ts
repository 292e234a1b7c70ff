import { buildPickle } from '../../../test/weights/build-pickle.js';
import { bufferWindow } from '../byte-window.js';
import { scanPickles } from './scan-pickles.js';

const scan = (bytes: Buffer) => scanPickles(bufferWindow(bytes), 'the file');
const levels = (bytes: Buffer): string[] => scan(bytes).unsafe.map(({ level, what }) => `${level} ${what ?? ''}`.trim());

describe('scanPickles', () => {
  it.each([
    ['a call by GLOBAL', buildPickle.globalCall('os', 'system', 'id'), 'dangerous os.system'],
    ['a call by STACK_GLOBAL', buildPickle.stackGlobalCall('posix', 'system', 'id'), 'dangerous posix.system'],
    ['names fetched from the memo', buildPickle.memoCall('subprocess', 'Popen', 'id'), 'dangerous subprocess.Popen'],
    ['INST of protocol 0', buildPickle.inst('os', 'system', 'id'), 'dangerous os.system'],
    ['a builtin', buildPickle.globalCall('builtins', 'eval', '1'), 'dangerous builtins.eval'],
    ['a way round through an attribute', buildPickle.stackGlobalCall('torch', 'serialization.os.system', 'id'), 'dangerous torch.serialization.os.system'],
    ['unpickling inside the pickle', buildPickle.globalCall('torch.storage', '_load_from_bytes', ''), 'dangerous torch.storage._load_from_bytes'],
    ['a name that is computed', buildPickle.computedName(), 'dangerous'],
    ['a class on no list', buildPickle.globalCall('mypackage.models', 'Net', ''), 'suspicious mypackage.models.Net'],
    ['a name with an escape', Buffer.from('Vo\\u0073\nVsystem\n\x93.', 'latin1'), 'dangerous os.system'],
    ['the old format of PyTorch', buildPickle.legacyTorch(buildPickle.globalCall('os', 'system', 'id')), 'dangerous os.system'],
  ])('lists %s', (_, bytes, expected) => expect(levels(bytes)).toContain(expected));

  it('says of a plain pickle only that it is one', () => {
    expect(levels(buildPickle.emptyDict())).toEqual(['notice']);
    expect(scan(buildPickle.emptyDict()).problems).toEqual([]);
  });

  it('knows what PyTorch itself needs, in both formats', () => {
    expect(levels(buildPickle.stateDict())).toEqual(['notice']);
    expect(scan(buildPickle.stateDict()).problems).toEqual([]);
    expect(levels(buildPickle.legacyTorch(buildPickle.stateDict()))).toEqual(['notice']);
    expect(scan(buildPickle.legacyTorch(buildPickle.stateDict())).problems).toEqual([]);
  });

  it('keeps what a broken pickle runs before it breaks', () => {
    const bytes = buildPickle.globalCall('os', 'system', 'id').subarray(0, -1);
    expect(levels(bytes)).toContain('dangerous os.system');
    expect(scan(bytes).problems.map(({ code, bearing }) => [code, bearing])).toEqual([['truncated', 'wrong']]);
  });

  it('looks into every pickle of a file and says what follows the last', () => {
    const bytes = Buffer.concat([buildPickle.emptyDict(), buildPickle.globalCall('os', 'system', 'id'), Buffer.from([0xff, 0xff])]);
    expect(levels(bytes)).toEqual(['dangerous os.system']);
    expect(scan(bytes).problems.map(({ code, bearing }) => [code, bearing])).toEqual([['trailing-bytes', 'unknown']]);
  });

  it('does not follow a length beyond the end', () => {
    expect(scan(Buffer.from([0x80, 0x04, 0x8d, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x00])).problems[0]?.code).toBe('truncated');
    expect(scan(Buffer.from([0x80, 0x04, 0x8d, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])).problems[0]?.code).toBe('number-too-large');
  });

  it('ends in time on a pickle made to exhaust it', () => {
    const marks = Buffer.concat([Buffer.from([0x80, 0x04]), Buffer.alloc(2_000_000, '('), Buffer.from('.')]);
    const memo = Buffer.concat([Buffer.from([0x80, 0x04]), ...Array.from({ length: 300_000 }, () => Buffer.from([0x8c, 1, 0x61, 0x94, 0x30])), Buffer.from('N.')]);
    expect(scan(marks).problems[0]?.code).toBe('pickle-too-large');
    expect(scan(memo).problems).toEqual([]);
  });
});
