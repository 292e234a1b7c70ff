/** Where the examples of each command stand; read only when help is asked for. */
export const commandHelp: Readonly<Record<string, () => Promise<string>>> = {
  check: async () => (await import('./check-command.js')).checkHelp,
  report: async () => (await import('./report-command.js')).reportHelp,
  verify: async () => (await import('./verify-command.js')).verifyHelp,
  shock: async () => (await import('./shock-command.js')).shockHelp,
  seal: async () => (await import('./seal-command.js')).sealHelp,
  scan: async () => (await import('./scan-command.js')).scanHelp,
  init: async () => (await import('./init-command.js')).initHelp,
  pack: async () => (await import('./pack-command.js')).packHelp,
  facts: async () => (await import('./facts-command.js')).factsHelp,
  weights: async () => (await import('./weights-verify-command.js')).weightsHelp,
  openness: async () => (await import('./openness-command.js')).opennessHelp,
  size: async () => (await import('./size-command.js')).sizeHelp,
  cost: async () => (await import('./cost-command.js')).costHelp,
  decide: async () => (await import('./decide-command.js')).decideHelp,
  log: async () => (await import('./log-command.js')).logHelp,
};
