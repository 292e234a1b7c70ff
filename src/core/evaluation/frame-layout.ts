import { type PathKind, type PathNode } from '../policy/expression.js';

/** Values of one subject by slot, ready for rules: null and contradicted are undefined, timestamps are milliseconds, objects of a list are frames of their own. */
export type Frame = unknown[];

/** What is read of one field of an object. */
export interface Member {
  readonly name: string;
  /** Path as rules write it, such as `deployment.flows[].stage`. */
  readonly path: string;
  readonly kind: PathKind;
  /** Slot of the value; -1 where no rule reads it. */
  slot: number;
  /** Slot of whether it is there; -1 where no rule asks. */
  presence: number;
  readonly shape: Shape;
}

/** The fields of an object that rules read; its slots lie in the frame of its subject, or of its element for objects in a list. */
export interface Shape {
  readonly members: Map<string, Member>;
  readonly region: Region;
}

/** A frame being laid out: the subject's, or that of each element of a list. */
export interface Region {
  size: number;
}

export interface FrameLayout {
  readonly frame: Region;
  readonly variables: Map<string, Member>;
}

/** Slot of the instant of the audit. */
export const nowSlot = 0;

export function createLayout(): FrameLayout {
  return { frame: { size: 1 }, variables: new Map() };
}

/** What a name stands for: a variable of the subject, or the loop variable whose element lies in a slot of the frame. */
export type Binding = { readonly member: Member } | { readonly slot: number; readonly shape: Shape; readonly path: string };

/** Where a path is found: in the frame, or in the element that lies in slot `row` of it. */
export interface Place {
  readonly row: number;
  readonly slot: number;
}

export function variableMember(layout: FrameLayout, name: string): Member {
  let member = layout.variables.get(name);
  if (member === undefined) {
    member = { name, path: name, kind: 'object', slot: -1, presence: -1, shape: { members: new Map(), region: layout.frame } };
    layout.variables.set(name, member);
  }
  return member;
}

export function newSlot(region: Region): number {
  return region.size++;
}

/** The field a path ends in, added to the layout where it is new, and the slot of the element it lies in. */
export function memberAt(node: PathNode, bindings: ReadonlyMap<string, Binding>): { readonly member: Member; readonly row: number; readonly region: Region } | undefined {
  if (node.op === 'variable') {
    const binding = bindings.get(node.name);
    return binding !== undefined && 'member' in binding ? { member: binding.member, row: -1, region: binding.member.shape.region } : undefined;
  }
  const { shape, row, path } = shapeOf(node.of, bindings);
  let member = shape.members.get(node.name);
  if (member === undefined) {
    const inner: Shape = { members: new Map(), region: node.kind === 'list<object>' ? { size: 0 } : shape.region };
    member = { name: node.name, path: `${path}.${node.name}`, kind: node.kind, slot: -1, presence: -1, shape: inner };
    shape.members.set(node.name, member);
  }
  return { member, row, region: shape.region };
}

function shapeOf(node: PathNode, bindings: ReadonlyMap<string, Binding>): { readonly shape: Shape; readonly row: number; readonly path: string } {
  if (node.op === 'variable') {
    const binding = bindings.get(node.name);
    if (binding === undefined) throw new Error(`the variable '${node.name}' is bound nowhere`);
    if ('member' in binding) return { shape: binding.member.shape, row: -1, path: binding.member.path };
    return { shape: binding.shape, row: binding.slot, path: binding.path };
  }
  const { member, row } = memberAt(node, bindings)!;
  return { shape: member.shape, row, path: member.path };
}

/** Where the value of a path lies. */
export function valuePlace(node: PathNode, bindings: ReadonlyMap<string, Binding>): Place {
  const found = memberAt(node, bindings);
  if (found === undefined) {
    const binding = bindings.get(node.op === 'variable' ? node.name : '');
    if (binding === undefined || 'member' in binding) throw new Error('a variable of the subject is no value');
    return { row: -1, slot: binding.slot };
  }
  if (found.member.slot < 0) found.member.slot = newSlot(found.region);
  return { row: found.row, slot: found.member.slot };
}

/** Where it lies whether a path is there. */
export function presencePlace(node: PathNode, bindings: ReadonlyMap<string, Binding>): Place {
  const found = memberAt(node, bindings)!;
  if (found.member.presence < 0) found.member.presence = newSlot(found.region);
  return { row: found.row, slot: found.member.presence };
}
