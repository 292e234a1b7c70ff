/** The environment does not configure a server; one line for each setting that is wrong. */
export class ConfigurationError extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(complaints.join('\n'));
    this.name = 'ConfigurationError';
  }
}
