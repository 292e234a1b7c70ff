/** A report bears all three signatures and breaks a rule that signed reports must keep. */
export class UnacceptableReportError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`A signed report must be complete: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `; and ${faults.length - 5} more` : ''}. Mend this, or leave out a signature and issue it as a draft.`);
    this.name = 'UnacceptableReportError';
  }
}
