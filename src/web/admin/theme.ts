import { deDE, enUS, frFR } from '@mui/material/locale';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';
import { language } from '../words/language.js';

/** What the fields of MUI say themselves, such as how to open a choice. */
const said = {
  ...{ en: enUS, de: deDE, fr: frFR }[language()].components,
  MuiCircularProgress: { defaultProps: { 'aria-label': { en: 'Loading', de: 'Wird geladen', fr: 'Chargement' }[language()] } },
};

const shared = {
  shape: { borderRadius: 10 },
  typography: { fontFamily: 'system-ui, "Segoe UI", Roboto, sans-serif', button: { textTransform: 'none' as const, fontWeight: 600 }, h5: { fontWeight: 650 }, h6: { fontWeight: 600, fontSize: '1.05rem' } },
  sidebar: { width: 230, closedWidth: 56 },
};

const visibleFocus = { styleOverrides: { root: { '&.Mui-focusVisible': { outline: '3px solid #e39a1f', outlineOffset: 2 } } } };

export const lightTheme: RaThemeOptions = {
  ...defaultLightTheme,
  ...shared,
  palette: { mode: 'light', primary: { main: '#0b5563' }, secondary: { main: '#0b5563' }, background: { default: '#f3f6f7', paper: '#ffffff' }, text: { primary: '#14262b', secondary: '#4c6168' }, error: { main: '#a3152b' }, warning: { main: '#8a4b00' }, success: { main: '#1c6b3f' }, info: { main: '#245a9c' } },
  components: { ...defaultLightTheme.components, ...said, MuiButtonBase: visibleFocus, MuiCssBaseline: { styleOverrides: { ':root': { colorScheme: 'light' } } } },
};

export const darkTheme: RaThemeOptions = {
  ...defaultDarkTheme,
  ...shared,
  palette: { mode: 'dark', primary: { main: '#7fd0df' }, secondary: { main: '#7fd0df' }, background: { default: '#0f1619', paper: '#182226' }, text: { primary: '#e8f0f2', secondary: '#a9bcc2' }, error: { main: '#ff9aa6' }, warning: { main: '#f5c26b' }, success: { main: '#7fd6a8' }, info: { main: '#9cc4f5' } },
  components: { ...defaultDarkTheme.components, ...said, MuiButtonBase: visibleFocus, MuiCssBaseline: { styleOverrides: { ':root': { colorScheme: 'dark' } } } },
};
