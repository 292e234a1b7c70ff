import { type Problem } from '../../core/inventory/problem.js';
import { type ParsedDocument } from '../parsed-document.js';

type Path = readonly (string | number)[];

/** What the specification forbids beyond the form of single entries: a reference used twice, licences and an expression side by side before version 1.7. */
export function bomFlaws(file: string, document: ParsedDocument, specVersion: string): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Path>();
  const visit = (value: unknown, at: Path): void => {
    if (typeof value !== 'object' || value === null || problems.length >= 20) return;
    for (const [key, member] of Object.entries(value)) {
      const place = [...at, Array.isArray(value) ? Number(key) : key];
      if (key === 'bom-ref' && typeof member === 'string') {
        if (seen.has(member)) problems.push({ file, ...document.placeOf(place), code: 'duplicate-id', message: `the bom-ref '${member.slice(0, 80)}' already stands on line ${document.placeOf(seen.get(member) ?? []).line}; give this one another` });
        else seen.set(member, place);
      }
      if (key === 'licenses' && Array.isArray(member) && specVersion < '1.7' && member.length > 1 && member.some((choice: unknown) => typeof choice === 'object' && choice !== null && 'expression' in choice))
        problems.push({ file, ...document.placeOf(place), code: 'invalid-value', message: `'licenses' holds an expression beside other entries, which CycloneDX ${specVersion} forbids; write one expression, or use version 1.7` });
      visit(member, place);
    }
  };
  visit(document.value, []);
  return problems;
}
