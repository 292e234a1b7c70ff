import { useState, type ReactNode } from 'react';
import { ListItemIcon, ListItemText, MenuItem, useMediaQuery, type Theme } from '@mui/material';
import DarkMode from '@mui/icons-material/DarkMode';
import Password from '@mui/icons-material/Password';
import Translate from '@mui/icons-material/Translate';
import { AppBar, Layout, LoadingIndicator, LocalesMenuButton, Logout, ToggleThemeButton, UserMenu, useGetIdentity, useLocaleState, useTheme, useTranslate, useUserMenu, type AppBarProps } from 'react-admin';
import { PasswordDialog } from '../access/password-dialog.js';
import { UnreadBell } from '../notifications/unread-bell.js';
import { languageNames } from '../words/language.js';
import { DomicileMenu } from './domicile-menu.js';

export function DomicileLayout({ children }: { readonly children: ReactNode }) {
  return <Layout appBar={DomicileAppBar} menu={DomicileMenu} sx={{ '& .RaLayout-content': { minWidth: 0 }, '& .RaLayout-contentWithSidebar > :first-of-type': { flexShrink: 0 } }}>{children}</Layout>;
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
  return <AppBar {...props} toolbar={toolbar} userMenu={<NamedUserMenu />} sx={{ '& .RaAppBar-title > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' } }} />;
}

function NamedUserMenu() {
  const { identity } = useGetIdentity();
  const narrow = useNarrow();
  const [setting, setSetting] = useState(false);
  return (
    <>
      <UserMenu label={identity?.fullName ?? ''}>
        {narrow ? <ThemeItem /> : null}
        {narrow ? <LanguageItems /> : null}
        <Item icon={<Password fontSize="small" />} text="domicile.password.title" onClick={() => setSetting(true)} />
        <Logout />
      </UserMenu>
      {setting ? <PasswordDialog onClose={() => setSetting(false)} /> : null}
    </>
  );
}

function ThemeItem() {
  const [theme, setTheme] = useTheme();
  return <Item icon={<DarkMode fontSize="small" />} text="ra.action.toggle_theme" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')} />;
}

function LanguageItems() {
  const [locale, setLocale] = useLocaleState();
  return <>{Object.entries(languageNames).filter(([language]) => language !== locale).map(([language, name]) => <Item key={language} icon={<Translate fontSize="small" />} text={name} onClick={() => setLocale(language)} />)}</>;
}

function Item({ icon, text, onClick }: { readonly icon: ReactNode; readonly text: string; readonly onClick: () => void }) {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem onClick={() => { menu?.onClose(); onClick(); }}>
      <ListItemIcon>{icon}</ListItemIcon>
      <ListItemText>{translate(text, { _: text })}</ListItemText>
    </MenuItem>
  );
}
