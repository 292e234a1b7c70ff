import { useState, type ReactNode } from 'react';
import { Button, IconButton, ListItemIcon, ListItemText, Menu, MenuItem, Tooltip, useMediaQuery, type Theme } from '@mui/material';
import AccountCircle from '@mui/icons-material/AccountCircle';
import DarkMode from '@mui/icons-material/DarkMode';
import Password from '@mui/icons-material/Password';
import Translate from '@mui/icons-material/Translate';
import { AppBar, Layout, LoadingIndicator, LocalesMenuButton, Logout, ToggleThemeButton, useLocaleState, useTheme, useTranslate, type AppBarProps } from 'react-admin';
import { PasswordDialog } from '../access/password-dialog.js';
import { currentSession } from '../api/session.js';
import { UnreadBell } from '../notifications/unread-bell.js';
import { languageNames } from '../words/language.js';
import { DomicileMenu } from './domicile-menu.js';

export function DomicileLayout({ children }: { readonly children: ReactNode }) {
  return <Layout appBar={DomicileAppBar} menu={DomicileMenu} sx={{ minWidth: 0, '& .RaLayout-content, & .RaShow-main, & .RaShow-card, & .RaList-main': { minWidth: 0 }, '& .RaLayout-contentWithSidebar > :first-of-type': { flexShrink: 0 } }}>{children}</Layout>;
}

const useNarrow = (): boolean => useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));

/** On a phone the title has the bar; language and theme are in the menu of the person. */
function DomicileAppBar(props: AppBarProps) {
  const narrow = useNarrow();
  const toolbar = (
    <>
      <UnreadBell />
      {narrow ? null : <LocalesMenuButton />}
      {narrow ? null : <ToggleThemeButton />}
      {narrow ? null : <LoadingIndicator />}
    </>
  );
  return <AppBar {...props} toolbar={toolbar} userMenu={<PersonMenu />} sx={{ '& .RaAppBar-title > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' } }} />;
}

/** Who is signed in, known before anything is drawn, and what they may set. */
function PersonMenu() {
  const narrow = useNarrow();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [setting, setSetting] = useState(false);
  const close = (): void => setAnchor(null);
  const { name = null, email = null } = currentSession()?.user ?? {};
  const opens = { color: 'inherit' as const, 'aria-haspopup': 'menu' as const, 'aria-expanded': anchor !== null, onClick: (event: { readonly currentTarget: HTMLElement }) => setAnchor(event.currentTarget) };
  const called = name ?? email ?? '';
  return (
    <>
      {narrow ? <Tooltip title={called}><IconButton aria-label={called} {...opens}><AccountCircle /></IconButton></Tooltip> : <Button startIcon={<AccountCircle />} {...opens}>{called}</Button>}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} disableScrollLock anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}>
        {narrow ? <ThemeItem onDone={close} /> : null}
        {narrow ? <LanguageItems onDone={close} /> : null}
        <Item icon={<Password fontSize="small" />} text="domicile.password.title" onClick={() => { close(); setSetting(true); }} />
        <Logout />
      </Menu>
      {setting ? <PasswordDialog onClose={() => setSetting(false)} /> : null}
    </>
  );
}

interface SettingProps {
  readonly onDone: () => void;
}

function ThemeItem({ onDone }: SettingProps) {
  const [theme, setTheme] = useTheme();
  return <Item icon={<DarkMode fontSize="small" />} text="ra.action.toggle_theme" onClick={() => { onDone(); setTheme(theme === 'dark' ? 'light' : 'dark'); }} />;
}

function LanguageItems({ onDone }: SettingProps) {
  const [locale, setLocale] = useLocaleState();
  return <>{Object.entries(languageNames).filter(([language]) => language !== locale).map(([language, name]) => <Item key={language} icon={<Translate fontSize="small" />} text={name} onClick={() => { onDone(); setLocale(language); }} />)}</>;
}

function Item({ icon, text, onClick }: { readonly icon: ReactNode; readonly text: string; readonly onClick: () => void }) {
  const translate = useTranslate();
  return (
    <MenuItem onClick={onClick}>
      <ListItemIcon>{icon}</ListItemIcon>
      <ListItemText>{translate(text, { _: text })}</ListItemText>
    </MenuItem>
  );
}
