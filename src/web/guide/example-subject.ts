/** What the example organisation asks first. */
export const exampleSubject = 'claims-assistant';
