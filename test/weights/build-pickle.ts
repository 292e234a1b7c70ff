const shortText = (value: string): Buffer => Buffer.concat([Buffer.from([0x8c, Buffer.byteLength(value)]), Buffer.from(value)]);
const stop = Buffer.from('.');

/** Pickles as `pickle.dumps` writes them, without Python. */
export const buildPickle = {
  /** `{}` of protocol 2. */
  emptyDict: (): Buffer => Buffer.from([0x80, 0x02, 0x7d, 0x71, 0x00, 0x2e]),
  /** Protocol 0 to 3: `c module \n name \n ( V argument \n t R .` */
  globalCall: (module: string, name: string, argument: string): Buffer => Buffer.concat([Buffer.from([0x80, 0x02]), Buffer.from(`c${module}\n${name}\n(V${argument}\ntR`), stop]),
  /** Protocol 4: both names as texts, then STACK_GLOBAL, the argument in a tuple, REDUCE. */
  stackGlobalCall: (module: string, name: string, argument: string): Buffer => Buffer.concat([Buffer.from([0x80, 0x04]), shortText(module), Buffer.from([0x94]), shortText(name), Buffer.from([0x94, 0x93, 0x94]), shortText(argument), Buffer.from([0x94, 0x85, 0x94, 0x52, 0x94]), stop]),
  /** Both names fetched from the memo, in the wrong order on the stack first, so that looking at neighbours misses them. */
  memoCall: (module: string, name: string, argument: string): Buffer =>
    Buffer.concat([Buffer.from([0x80, 0x04]), shortText(name), Buffer.from([0x94]), Buffer.from('0'), shortText(module), Buffer.from([0x94]), Buffer.from('0'), Buffer.from([0x68, 1, 0x68, 0, 0x93]), shortText(argument), Buffer.from([0x85, 0x52]), stop]),
  /** The module name comes out of a call, so nobody can say what is imported. */
  computedName: (): Buffer => Buffer.concat([Buffer.from([0x80, 0x04]), Buffer.from('cbuiltins\nstr\n'), shortText('os'), Buffer.from([0x85, 0x52]), shortText('system'), Buffer.from([0x93]), stop]),
  /** Protocol 0 `INST`: `( argument i module \n name \n`. */
  inst: (module: string, name: string, argument: string): Buffer => Buffer.from(`(S'${argument}'\ni${module}\n${name}\n.`),
  /** A state dictionary as `torch.save` writes it: `OrderedDict`, `_rebuild_tensor_v2`, a storage by persistent id. */
  stateDict: (): Buffer =>
    Buffer.concat([
      Buffer.from([0x80, 0x02]), Buffer.from('ccollections\nOrderedDict\nq'), Buffer.from([0x00]), Buffer.from(')R'), Buffer.from('ctorch._utils\n_rebuild_tensor_v2\n(('),
      Buffer.from('X'), Buffer.from([7, 0, 0, 0]), Buffer.from('storage'), Buffer.from('ctorch\nFloatStorage\n'), Buffer.from('X'), Buffer.from([1, 0, 0, 0]), Buffer.from('0'), Buffer.from('K'), Buffer.from([4]), Buffer.from('tQ'), Buffer.from('K'), Buffer.from([0]),
      Buffer.from('K'), Buffer.from([4, 0x85]), Buffer.from('K'), Buffer.from([1, 0x85, 0x89]), Buffer.from('ccollections\nOrderedDict\n)RtR'), stop,
    ]),
  /** What `torch.save` wrote before version 1.6: magic number, protocol, system, object, keys, then raw numbers. */
  legacyTorch: (object: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from([0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]), stop,
      Buffer.from([0x80, 0x02]), Buffer.from('M'), Buffer.from([0xe9, 0x03]), stop,
      Buffer.from([0x80, 0x02, 0x7d]), stop,
      object,
      Buffer.from([0x80, 0x02]), Buffer.from(']'), stop,
      Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x02, 0x03]),
    ]),
};
