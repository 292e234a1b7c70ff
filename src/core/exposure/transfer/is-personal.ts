import { type DataFlow } from '../../inventory/data-flow.js';

/**
 * Whether a flow holds personal data: as stated, or because a fideslang category of users is among its categories.
 * Undefined where nothing is said, and where the statement denies what the categories say.
 */
export function isPersonal({ personalData, specialCategories, categories }: DataFlow): boolean | undefined {
  const ofPeople = specialCategories === true || (categories ?? []).some((category) => category === 'user' || category.startsWith('user.'));
  if (ofPeople) return personalData === false ? undefined : true;
  if (personalData !== undefined) return personalData;
  return categories !== undefined && categories.length > 0 && categories.every((category) => category === 'system' || category.startsWith('system.')) ? false : undefined;
}
