/** Names that PyTorch itself, NumPy and plain data need, as `torch.load(weights_only=True)` allows them. */
const allowed: ReadonlySet<string> = new Set(
  [
    'collections.OrderedDict collections.defaultdict collections.Counter collections.deque',
    'builtins.set builtins.frozenset builtins.dict builtins.list builtins.tuple builtins.int builtins.float builtins.complex builtins.bool builtins.str builtins.bytes builtins.bytearray builtins.slice builtins.range builtins.object',
    '__builtin__.set __builtin__.frozenset __builtin__.dict __builtin__.list __builtin__.tuple __builtin__.int __builtin__.long __builtin__.float __builtin__.complex __builtin__.bool __builtin__.str __builtin__.unicode __builtin__.bytearray __builtin__.slice __builtin__.xrange __builtin__.object',
    '_codecs.encode copyreg._reconstructor copy_reg._reconstructor argparse.Namespace datetime.datetime datetime.date datetime.timedelta pathlib.Path pathlib.PosixPath pathlib.PurePosixPath decimal.Decimal uuid.UUID',
    'numpy.dtype numpy.ndarray numpy.float16 numpy.float32 numpy.float64 numpy.int8 numpy.int16 numpy.int32 numpy.int64 numpy.uint8 numpy.uint16 numpy.uint32 numpy.uint64 numpy.bool_',
    'numpy.core.multiarray._reconstruct numpy.core.multiarray.scalar numpy._core.multiarray._reconstruct numpy._core.multiarray.scalar numpy.core.numeric._frombuffer numpy._core.numeric._frombuffer',
    'torch.Tensor torch.Size torch.device torch.nn.parameter.Parameter torch.nn.parameter.UninitializedParameter torch.nn.Parameter torch.serialization._get_layout torch.storage.TypedStorage torch.storage._TypedStorage torch.storage.UntypedStorage torch._tensor._rebuild_from_type_v2',
    'torch._utils._rebuild_tensor torch._utils._rebuild_tensor_v2 torch._utils._rebuild_tensor_v3 torch._utils._rebuild_parameter torch._utils._rebuild_parameter_with_state torch._utils._rebuild_qtensor torch._utils._rebuild_sparse_tensor torch._utils._rebuild_sparse_csr_tensor',
    'torch._utils._rebuild_meta_tensor_no_storage torch._utils._rebuild_nested_tensor torch._utils._rebuild_wrapper_subclass torch._utils._rebuild_device_tensor_from_numpy torch._utils._rebuild_device_tensor_from_cpu_tensor torch._utils._rebuild_xla_tensor',
  ].flatMap((line) => line.split(' ')),
);
const allowedShapes = /^torch\.(cuda\.)?((Float|Double|Half|BFloat16|Long|Int|Short|Char|Byte|Bool|ComplexFloat|ComplexDouble|QInt8|QInt32|QUInt8|QUInt4x2|QUInt2x4|Untyped)Storage|(Float|Double|Half|BFloat16|Long|Int|Short|Char|Byte|Bool)Tensor)$|^torch\.(u?int(8|16|32|64)|float(16|32|64)|bfloat16|bool|complex(32|64|128)|float8_e[45]m[23]\w*|q?u?int8|qint32|quint8|per_tensor_affine|per_channel_affine|strided|sparse_coo|sparse_csr)$/;

/** Modules that start programs, load code, open files or connections, or unpickle again. A name below them counts too. */
const dangerousModules: ReadonlySet<string> = new Set(
  (
    'os posix nt posixpath ntpath subprocess sys socket socketserver shutil commands popen2 runpy pty pickle _pickle cPickle dill cloudpickle joblib marshal types importlib imp zipimport pkgutil ctypes _ctypes cffi ' +
    'code codeop pdb bdb timeit cProfile profile trace asyncio multiprocessing _posixsubprocess threading _thread webbrowser http httplib urllib urllib2 requests httpx aiohttp ftplib smtplib poplib imaplib telnetlib xmlrpc ' +
    'tempfile zipfile tarfile platform operator _operator functools _functools pip venv ensurepip setuptools distutils pydoc doctest idlelib lib2to3 linecache signal sqlite3 site io _io ' +
    'nntplib fileinput glob shelve dbm atexit concurrent mmap'
  ).split(' '),
);
const dangerousBuiltins: ReadonlySet<string> = new Set('eval exec execfile compile open file input raw_input getattr setattr delattr hasattr __import__ apply reduce map filter breakpoint globals locals vars dir type super memoryview print'.split(' '));
const dangerousNames = /^(torch\.(load|save|hub|jit|package|utils\.cpp_extension|utils\.collect_env|utils\.bottleneck|utils\._config_module|_dynamo|_inductor|fx|distributed|multiprocessing|serialization\.load|serialization\._load|storage\._load_from_bytes|os|sys)|numpy\.(load|testing|f2py|distutils|ctypeslib|lib\.npyio)|tensorflow\.(io|keras\.models|py_function)|keras\.(models|layers\.Lambda)|pandas\.(eval|io|read_pickle|core\.computation)|transformers\.dynamic_module_utils|IPython|nltk\.(internals|data)|jedi|cython)(\.|$)/;
const dangerousWords: ReadonlySet<string> = new Set('system popen spawn execv execve execl fork eval exec __import__ __globals__ __builtins__ __subclasses__ __getattribute__ __reduce__ __code__ call check_call check_output Popen run_module run_path runstring'.split(' '));

/** How an import in a pickle is judged, by its full dotted name. What is on neither list is `unlisted`: nobody here vouches for it. */
export function judgePickleGlobal(module: string, name: string): 'allowed' | 'dangerous' | 'unlisted' {
  const full = `${module}.${name}`;
  if (allowed.has(full) || allowedShapes.test(full)) return 'allowed';
  const parts = full.split('.');
  const top = parts[0] ?? '';
  if (top === 'builtins' || top === '__builtin__') return dangerousBuiltins.has(parts[1] ?? '') || parts.length > 2 ? 'dangerous' : 'unlisted';
  if (dangerousModules.has(top) || dangerousNames.test(full) || name.split('.').some((part) => dangerousWords.has(part))) return 'dangerous';
  return 'unlisted';
}
