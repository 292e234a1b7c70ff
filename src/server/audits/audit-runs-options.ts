/** How audits of large registers are made. */
export class AuditRunsOptions {
  constructor(
    /** Deployments that are judged at once; a register of more is audited by ranges of as many. */
    readonly deploymentsAtOnce: number,
    /** Ranges that this process judges at a time. */
    readonly rangesAtOnce: number,
  ) {}
}
