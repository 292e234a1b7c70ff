/** Where a browser goes once it is signed in. */
export const landingPage = '/';
