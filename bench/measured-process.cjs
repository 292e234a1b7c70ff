/** Loaded before a program (`node --require`): says at the end how much processor time the process took, all its threads together. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`cpu ${(user + system) / 1_000} ms\n`);
});
