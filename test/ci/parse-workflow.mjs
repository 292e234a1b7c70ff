/** Reads a workflow on standard input and prints what the parser of GitHub finds wrong with it. */
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { readFileSync } from 'node:fs';

const { context } = parseWorkflow({ name: 'workflow.yml', content: readFileSync(0, 'utf8') }, new NoOperationTraceWriter());
process.stdout.write(JSON.stringify(context.errors.getErrors().map(({ message }) => message)));
