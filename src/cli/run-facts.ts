import { factListsBeside } from '../core/reference/fact-lists-beside.js';
import { overlaidCodeMarkers } from '../core/reference/overlaid-code-markers.js';
import { InvalidReferenceError } from '../files/invalid-reference-error.js';
import { readReferenceFile } from '../files/read-reference-file.js';
import { readReference } from '../files/read-reference.js';
import { refusal, type CommandOutput } from './command-output.js';
import { factsCommand, type FactsOptions } from './facts-command.js';

/** `domicile facts` over the compiled facts of a folder, prices and hardware included; a faulty overlay is refused with file, line and remedy, exit code 2. */
export async function runFacts(folder: string, options: FactsOptions, overlays: readonly string[]): Promise<CommandOutput> {
  try {
    const reference = await readReference(folder, overlays);
    return factsCommand(options, reference, factListsBeside(readReferenceFile(folder, 'prices').data, readReferenceFile(folder, 'hardware').data, overlaidCodeMarkers(readReferenceFile(folder, 'code-markers').data, reference.ownCodeMarkers)));
  } catch (error) {
    if (error instanceof InvalidReferenceError) return refusal(error.problems);
    throw error;
  }
}
