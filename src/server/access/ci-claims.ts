import { z } from 'zod';

const number = z.union([z.string(), z.int().transform(String)]);
const text = z.string().min(1).max(1000);

const gitHub = z.object({ repository_id: number, repository: text, ref: text, job_workflow_ref: text, jti: text }).transform(({ repository_id: repository, ref, job_workflow_ref: workflow, jti }) => ({ repository, ref, workflow, jti }));
const gitLab = z.object({ project_id: number, project_path: text, ref: text, ci_config_ref_uri: text, jti: text }).transform(({ project_id: repository, ref, ci_config_ref_uri: workflow, jti }) => ({ repository, ref, workflow, jti }));

/** Which job an ID token is of. */
export interface CiClaims {
  /** Number of the repository or project. */
  readonly repository: string;
  readonly ref: string;
  /** The file that defines the job. */
  readonly workflow: string;
  readonly jti: string;
}

/** What a verified token of GitHub or GitLab claims; nothing where it is of neither or lacks a claim. */
export function ciClaims(payload: unknown): CiClaims | undefined {
  for (const shape of [gitHub, gitLab]) {
    const read = shape.safeParse(payload);
    if (read.success) return read.data;
  }
  return undefined;
}
