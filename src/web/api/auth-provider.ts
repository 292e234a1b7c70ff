import { type AuthProvider } from 'react-admin';
import { currentSession } from './session.js';
import { request } from './request.js';

/** Signing in happens before the administration is loaded, and again over it where a session ends: forms stay as they are. */
export const authProvider: AuthProvider = {
  login: () => Promise.resolve(),
  logout: async () => {
    await request('session', { method: 'DELETE' }).catch(() => undefined);
    window.location.replace('/');
    return false;
  },
  checkAuth: () => Promise.resolve(),
  checkError: () => Promise.resolve(),
  getPermissions: () => Promise.resolve(currentSession()?.permissions ?? []),
};
