/** Id of the organisation that an installation starts with; it is the same everywhere, so that servers starting together agree on it. */
export const firstOrganisation = '00000000-0000-7000-8000-000000000001';
