/** How audits of large registers are made. */
export class AuditRunsOptions {
  constructor(
    /** Deployments that are judged at once; a register of more is audited by ranges of as many. */
    readonly deploymentsAtOnce: number,
    /** Ranges that this process has in hand at a time; one more than it has threads keeps these busy while another range is read or written. */
    readonly rangesAtOnce: number,
  ) {}
}
