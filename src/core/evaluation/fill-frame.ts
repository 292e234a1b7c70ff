import { contradicted } from '../inventory/contradicted.js';
import { parseInstant } from '../policy/parse-instant.js';
import { type Frame, type Member, type Shape } from './frame-layout.js';

/** Paths whose values have a type the schema does not allow: rules that read them cannot be answered. */
export type Faults = Set<string>;

/** Puts what rules read of an object into its slots of a frame; an absent object leaves all of them undefined. */
export function fillFrame(frame: Frame, shape: Shape, source: unknown, faults: Faults): void {
  const object = asObject(source);
  for (const member of shape.members.values()) {
    const raw = object === undefined ? undefined : object[member.name];
    const value = raw === null || raw === contradicted ? undefined : raw;
    if (member.presence >= 0) frame[member.presence] = object === undefined || raw === contradicted ? undefined : value !== undefined;
    fillMember(frame, member, value, faults);
  }
}

function asObject(source: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof source === 'object' && source !== null && !Array.isArray(source) ? (source as Record<string, unknown>) : undefined;
}

function fillMember(frame: Frame, member: Member, value: unknown, faults: Faults): void {
  const { kind, slot } = member;
  switch (kind) {
    case 'string':
    case 'number':
    case 'boolean':
      if (slot < 0) return;
      frame[slot] = value;
      if (value !== undefined && typeof value !== kind) fault(frame, member, faults);
      return;
    case 'object':
      if (value !== undefined && asObject(value) === undefined) faults.add(member.path);
      if (slot >= 0) frame[slot] = value;
      fillFrame(frame, member.shape, value, faults);
      return;
    case 'timestamp':
      if (slot < 0) return;
      frame[slot] = typeof value === 'string' ? parseInstant(value) : undefined;
      if (value !== undefined && typeof value !== 'string') fault(frame, member, faults);
      return;
    case 'duration':
      return;
    default:
      if (slot < 0) return;
      frame[slot] = value;
      if (value === undefined) return;
      if (Array.isArray(value)) frame[slot] = listOf(member, value, faults);
      else fault(frame, member, faults);
  }
}

function fault(frame: Frame, member: Member, faults: Faults): void {
  frame[member.slot] = undefined;
  faults.add(member.path);
}

function listOf(member: Member, list: readonly unknown[], faults: Faults): readonly unknown[] {
  switch (member.kind) {
    case 'list<object>':
      return list.map((item) => elementFrame(member, item, faults));
    case 'list<timestamp>':
      return list.map((item) => (typeof item === 'string' ? parseInstant(item) : scalarItem(member, item, 'string', faults)));
    case 'list<string>':
      return scalars(member, list, 'string', faults);
    case 'list<number>':
      return scalars(member, list, 'number', faults);
    case 'list<boolean>':
      return scalars(member, list, 'boolean', faults);
    default:
      return list;
  }
}

function elementFrame(member: Member, item: unknown, faults: Faults): Frame {
  if (item !== null && item !== undefined && item !== contradicted && asObject(item) === undefined) faults.add(`${member.path}[]`);
  const frame: Frame = [];
  for (let slot = 0; slot < member.shape.region.size; slot++) frame.push(undefined);
  fillFrame(frame, member.shape, item, faults);
  return frame;
}

/** The list itself where every item is of the type, which is nearly always. */
function scalars(member: Member, list: readonly unknown[], type: 'string' | 'number' | 'boolean', faults: Faults): readonly unknown[] {
  for (const item of list) if (typeof item !== type) return list.map((each) => scalarItem(member, each, type, faults));
  return list;
}

function scalarItem(member: Member, item: unknown, type: string, faults: Faults): unknown {
  if (typeof item === type) return item;
  if (item !== null && item !== undefined && item !== contradicted) faults.add(`${member.path}[]`);
  return undefined;
}
