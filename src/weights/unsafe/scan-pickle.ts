import { type ByteWindow } from '../byte-window.js';
import { MalformedFile } from '../malformed-file.js';
import { type PickleOpcode, pickleOpcode } from './pickle-opcode.js';
import { type ScanBudget } from './scan-budget.js';
import { type PickleStack, pickleStack } from './pickle-stack.js';

export interface PickleImport {
  /** Absent where the pickle computes the name, which no honest one does. */
  readonly module?: string;
  readonly name?: string;
  /** Position of the opcode in the scanned bytes. */
  readonly at: number;
}

export interface PickleScan {
  readonly imports: readonly PickleImport[];
  /** The first long integer: PyTorch's old format begins with one. In hexadecimal, most significant digit first. */
  readonly firstLong?: string;
  /** Why the scan stopped before STOP. Python runs a broken pickle up to its fault, so what was found until then counts. */
  readonly broken?: MalformedFile;
}

interface Scan {
  readonly window: ByteWindow;
  readonly stack: PickleStack;
  readonly imports: Map<string, PickleImport>;
  firstLong: string | undefined;
}

const limits = { imports: 5_000, keptLine: 1_000, keptText: 200 };

/** Follows one pickle from where the window stands to its STOP, and lists what loading it would import. Nothing is made, imported or called. */
export function scanPickle(window: ByteWindow, budget: ScanBudget): PickleScan {
  const scan: Scan = { window, stack: pickleStack(), imports: new Map(), firstLong: undefined };
  const broken = followToStop(scan, budget);
  return { imports: [...scan.imports.values()], ...(scan.firstLong === undefined ? {} : { firstLong: scan.firstLong }), ...(broken === undefined ? {} : { broken }) };
}

function followToStop(scan: Scan, budget: ScanBudget): MalformedFile | undefined {
  try {
    for (; budget.instructions > 0; budget.instructions -= 1) {
      const at = scan.window.position();
      const code = scan.window.u8();
      const opcode = pickleOpcode(code);
      if (opcode === undefined) return new MalformedFile('bad-pickle', `byte 0x${code.toString(16).padStart(2, '0')} at ${at} is no pickle instruction; the file is damaged or another format`);
      if (opcode.name === 'STOP') return undefined;
      follow(scan, opcode, at);
    }
    return new MalformedFile('pickle-too-large', 'the file has more pickle instructions than are followed; what the rest imports cannot be told', 'unknown');
  } catch (error) {
    if (error instanceof MalformedFile) return error;
    throw error;
  }
}

function follow(scan: Scan, opcode: PickleOpcode, at: number): void {
  switch (opcode.argument) {
    case 'none': return followPlain(scan, opcode.name, at);
    case 'line': return followLine(scan, opcode.name, readLine(scan.window));
    case 'two-lines': return followImport(scan, opcode.name, at);
    case 'fixed': return followFixed(scan, opcode);
    case 'counted': return followCounted(scan, opcode);
  }
}

function followPlain(scan: Scan, name: string, at: number): void {
  const { stack } = scan;
  switch (name) {
    case 'MARK': return stack.mark();
    case 'POP': return popOrUnmark(stack);
    case 'POP_MARK': return void stack.popToMark();
    case 'DUP': return stack.push(stack.peek());
    case 'APPEND': return void stack.pop();
    case 'BUILD': return void stack.pop();
    case 'SETITEM': return drop(stack, 2);
    case 'APPENDS': case 'SETITEMS': case 'ADDITEMS': return void stack.popToMark();
    case 'DICT': case 'LIST': case 'TUPLE': case 'FROZENSET': case 'OBJ': stack.popToMark(); return stack.push(undefined);
    case 'TUPLE1': case 'BINPERSID': drop(stack, 1); return stack.push(undefined);
    case 'TUPLE2': drop(stack, 2); return stack.push(undefined);
    case 'TUPLE3': drop(stack, 3); return stack.push(undefined);
    case 'MEMOIZE': return stack.memoize();
    case 'READONLY_BUFFER': return;
    case 'STACK_GLOBAL': return followStackGlobal(scan, at);
    case 'REDUCE': case 'NEWOBJ': drop(stack, 2); return stack.push(undefined);
    case 'NEWOBJ_EX': drop(stack, 3); return stack.push(undefined);
    default: return stack.push(undefined);
  }
}

function drop(stack: PickleStack, count: number): void {
  for (let dropped = 0; dropped < count; dropped += 1) stack.pop();
}

function popOrUnmark(stack: PickleStack): void {
  try {
    stack.pop();
  } catch {
    stack.popToMark();
  }
}

function followStackGlobal(scan: Scan, at: number): void {
  const name = scan.stack.pop();
  const module = scan.stack.pop();
  if (typeof name === 'string' && typeof module === 'string') noteImport(scan, { module, name, at });
  else noteImport(scan, { at });
}

function followImport(scan: Scan, opcode: string, at: number): void {
  const module = readLine(scan.window);
  const name = readLine(scan.window);
  if (module === undefined || name === undefined) throw new MalformedFile('bad-pickle', `the name of the import at byte ${at} is longer than any; the pickle is made to mislead a reader`);
  noteImport(scan, { module, name, at });
  if (opcode !== 'INST') return;
  scan.stack.pop();
  scan.stack.popToMark();
  scan.stack.push(undefined);
}

function noteImport(scan: Scan, found: PickleImport): void {
  const global = `${found.module ?? '?'}.${found.name ?? '?'}`;
  if (!scan.imports.has(global)) scan.imports.set(global, found);
  if (scan.imports.size > limits.imports) throw new MalformedFile('pickle-too-large', `the pickle imports more than ${limits.imports} names; it is made to exhaust a reader`);
  scan.stack.push(undefined);
}

function followLine(scan: Scan, name: string, line: string | undefined): void {
  const { stack } = scan;
  if (line === undefined && (name === 'PUT' || name === 'GET')) throw new MalformedFile('bad-pickle', 'the pickle remembers under something that is no number; it is damaged');
  if (line === undefined) return stack.push(undefined);
  if (name === 'PUT') return stack.remember(slotOf(line));
  if (name === 'GET') return stack.push(stack.recall(slotOf(line)));
  if (name === 'LONG') scan.firstLong ??= decimalToHex(line);
  if (name === 'STRING') return stack.push(unquote(line));
  stack.push(name === 'UNICODE' ? unescape(line) : undefined);
}

function slotOf(line: string): number {
  const slot = Number(line);
  if (!Number.isSafeInteger(slot) || slot < 0) throw new MalformedFile('bad-pickle', 'the pickle remembers under something that is no number; it is damaged');
  return slot;
}

function followFixed(scan: Scan, opcode: PickleOpcode): void {
  const { window, stack } = scan;
  const argument = opcode.size === 1 ? window.u8() : opcode.size === 2 ? window.u16() : opcode.size === 4 ? window.u32() : (window.skip(8), 0);
  switch (opcode.name) {
    case 'BINPUT': case 'LONG_BINPUT': return stack.remember(argument);
    case 'BINGET': case 'LONG_BINGET': return stack.push(stack.recall(argument));
    case 'PROTO':
      if (argument > 5) throw new MalformedFile('bad-pickle', `the pickle has protocol ${argument}; Python knows 0 to 5`);
      return;
    case 'FRAME': return;
    case 'EXT1': case 'EXT2': case 'EXT4': return noteImport(scan, { module: 'copyreg', name: `extension-${argument}`, at: window.position() });
    default: return stack.push(undefined);
  }
}

function followCounted(scan: Scan, opcode: PickleOpcode): void {
  const { window, stack } = scan;
  const length = opcode.size === 1 ? window.u8() : opcode.size === 4 ? window.u32() : window.u64();
  const isText = /STRING|UNICODE/.test(opcode.name);
  const isLong = opcode.name.startsWith('LONG');
  if (isText && length <= limits.keptText) return stack.push(window.bytes(length).toString('utf8'));
  if (isLong && scan.firstLong === undefined && length <= 64) scan.firstLong = window.bytes(length).reverse().toString('hex').replace(/^0+/, '');
  else window.skip(length);
  stack.push(undefined);
}

/** The text up to the next line end; nothing where it is longer than any name. */
function readLine(window: ByteWindow): string | undefined {
  const bytes: number[] = [];
  let length = 0;
  for (let byte = window.u8(); byte !== 0x0a; byte = window.u8()) {
    length += 1;
    if (length <= limits.keptLine) bytes.push(byte);
  }
  return length > limits.keptLine ? undefined : Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
}

function unquote(line: string): string {
  return unescape(line.trim().replace(/^(['"])(.*)\1$/s, '$2'));
}

/** Names are plain; an escape is undone so that it hides none. */
function unescape(text: string): string {
  return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g, (whole, byte?: string, short?: string, long?: string) => {
    const point = Number.parseInt(byte ?? short ?? long ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function decimalToHex(line: string): string | undefined {
  const digits = line.replace(/L$/, '');
  return /^\d{1,64}$/.test(digits) ? BigInt(digits).toString(16) : undefined;
}
