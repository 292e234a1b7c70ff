import { Injectable } from '@nestjs/common';
import { ClearancesService } from '../clearances/clearances.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { ImportsService } from '../register/imports.service.js';
import { RegisterService } from '../register/register.service.js';
import { type CheckAnswer, type CheckTask } from './check-task.js';
import { type ImportTrial, type ImportTrialRequest } from './import-trial-shapes.js';
import { problemsAsError } from './problems-as-error.js';

/** What the packs in force would say if files were imported. Nothing of it is kept. */
@Injectable()
export class ImportTrialsService {
  constructor(
    private readonly clock: Clock,
    private readonly imports: ImportsService,
    private readonly register: RegisterService,
    private readonly clearances: ClearancesService,
    private readonly policies: PoliciesService,
    private readonly pool: WorkerPool<CheckTask, CheckAnswer>,
  ) {}

  /** The preview comes first: what it refuses, such as a record that is not the asker's, is never judged. @throws DomainError as an import, `not-checkable` where a file cannot be read without an error or there is no such deployment */
  async try(asker: Principal, { collection, files, deployment }: ImportTrialRequest): Promise<ImportTrial> {
    const now = this.clock.now();
    const preview = await this.imports.import(asker, { collection, files, withdraw: [], reason: '' });
    const errors = preview.problems.filter(({ level }) => level === undefined);
    if (errors.length > 0) throw problemsAsError(errors);
    const { fragments, settings, problems, files: named } = await this.register.stateAt(asker, preview.revision);
    const { packs, broken } = await this.policies.rulebookOf(asker, await this.policies.inForce(asker));
    const input = { asOf: now.toISOString(), files: [...named], own: { packs, broken }, cleared: await this.clearances.standing(asker, now), inventory: { fragments, settings, problems } };
    const placed = files.map(({ path, content }) => ({ path: `${collection}/${path}`, content }));
    const answer = await this.pool.run({ kind: 'try-files', input, files: placed, deployment });
    if (answer.kind !== 'try') throw new Error('the worker answered another question');
    return { revision: preview.revision, asOf: input.asOf, verdicts: [...answer.verdicts] };
  }
}
