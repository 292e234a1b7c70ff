/** How the argument that follows an opcode is laid out. */
export type PickleArgument = 'none' | 'line' | 'two-lines' | 'fixed' | 'counted';

export interface PickleOpcode {
  readonly name: string;
  readonly argument: PickleArgument;
  /** `fixed`: bytes of the argument. `counted`: bytes of the length that stands before it. */
  readonly size: number;
}

const table: Readonly<Record<PickleArgument, readonly (readonly [code: number, name: string, size?: number])[]>> = {
  none: [
    [0x28, 'MARK'], [0x2e, 'STOP'], [0x30, 'POP'], [0x31, 'POP_MARK'], [0x32, 'DUP'], [0x4e, 'NONE'], [0x51, 'BINPERSID'], [0x52, 'REDUCE'], [0x61, 'APPEND'], [0x62, 'BUILD'],
    [0x64, 'DICT'], [0x7d, 'EMPTY_DICT'], [0x65, 'APPENDS'], [0x6c, 'LIST'], [0x5d, 'EMPTY_LIST'], [0x6f, 'OBJ'], [0x73, 'SETITEM'], [0x74, 'TUPLE'], [0x29, 'EMPTY_TUPLE'], [0x75, 'SETITEMS'],
    [0x81, 'NEWOBJ'], [0x85, 'TUPLE1'], [0x86, 'TUPLE2'], [0x87, 'TUPLE3'], [0x88, 'NEWTRUE'], [0x89, 'NEWFALSE'], [0x8f, 'EMPTY_SET'], [0x90, 'ADDITEMS'], [0x91, 'FROZENSET'],
    [0x92, 'NEWOBJ_EX'], [0x93, 'STACK_GLOBAL'], [0x94, 'MEMOIZE'], [0x97, 'NEXT_BUFFER'], [0x98, 'READONLY_BUFFER'],
  ],
  line: [[0x46, 'FLOAT'], [0x49, 'INT'], [0x4c, 'LONG'], [0x50, 'PERSID'], [0x53, 'STRING'], [0x56, 'UNICODE'], [0x67, 'GET'], [0x70, 'PUT']],
  'two-lines': [[0x63, 'GLOBAL'], [0x69, 'INST']],
  fixed: [
    [0x4a, 'BININT', 4], [0x4b, 'BININT1', 1], [0x4d, 'BININT2', 2], [0x68, 'BINGET', 1], [0x6a, 'LONG_BINGET', 4], [0x71, 'BINPUT', 1], [0x72, 'LONG_BINPUT', 4], [0x47, 'BINFLOAT', 8],
    [0x80, 'PROTO', 1], [0x82, 'EXT1', 1], [0x83, 'EXT2', 2], [0x84, 'EXT4', 4], [0x95, 'FRAME', 8],
  ],
  counted: [
    [0x54, 'BINSTRING', 4], [0x55, 'SHORT_BINSTRING', 1], [0x58, 'BINUNICODE', 4], [0x8c, 'SHORT_BINUNICODE', 1], [0x8d, 'BINUNICODE8', 8], [0x42, 'BINBYTES', 4], [0x43, 'SHORT_BINBYTES', 1],
    [0x8e, 'BINBYTES8', 8], [0x96, 'BYTEARRAY8', 8], [0x8a, 'LONG1', 1], [0x8b, 'LONG4', 4],
  ],
};

const opcodes: ReadonlyMap<number, PickleOpcode> = new Map(
  (Object.keys(table) as PickleArgument[]).flatMap((argument) => table[argument].map(([code, name, size = 0]) => [code, { name, argument, size }] as const)),
);

/** The opcode of a byte, of protocols 0 to 5 (Python's pickletools); nothing for a byte that is none. */
export function pickleOpcode(code: number): PickleOpcode | undefined {
  return opcodes.get(code);
}
