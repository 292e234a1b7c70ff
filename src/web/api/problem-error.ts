/** RFC 9457 problem document of the API. */
interface ProblemDocument {
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** A fault of a file, with its place. */
export interface FileProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly level?: 'warning';
}

/** What the API refused. The message is a sentence, or the key of one among the words. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly document: Partial<ProblemDocument>,
  ) {
    super(messageOf(status, document));
  }
}

function messageOf(status: number, { detail, errors }: Partial<ProblemDocument>): string {
  if (status === 412) return 'domicile.problem.changed_elsewhere';
  if (status === 401) return 'domicile.problem.signed_out';
  if (detail === undefined) return 'domicile.problem.no_answer';
  const fields = (status === 400 ? (errors ?? []) : []).map((error) => `${error.pointer} ${error.detail}`);
  return [detail, ...fields].join('; ');
}
