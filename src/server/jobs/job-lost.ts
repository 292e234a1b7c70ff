/** The job was cancelled, or another process has taken it: what this one found out is thrown away. */
export class JobLost extends Error {
  constructor(id: string) {
    super(`job ${id} is no longer this process's`);
    this.name = 'JobLost';
  }
}
