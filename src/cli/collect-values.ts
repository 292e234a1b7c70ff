/** For an option that can be given more than once. */
export const collectValues = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
