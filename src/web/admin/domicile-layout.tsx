import { useState, type ReactNode } from 'react';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import Password from '@mui/icons-material/Password';
import { AppBar, Layout, Logout, UserMenu, useGetIdentity, useTranslate, useUserMenu, type AppBarProps } from 'react-admin';
import { PasswordDialog } from '../access/password-dialog.js';
import { DomicileMenu } from './domicile-menu.js';

export function DomicileLayout({ children }: { readonly children: ReactNode }) {
  return <Layout appBar={DomicileAppBar} menu={DomicileMenu}>{children}</Layout>;
}

function DomicileAppBar(props: AppBarProps) {
  return <AppBar {...props} userMenu={<NamedUserMenu />} />;
}

function NamedUserMenu() {
  const { identity } = useGetIdentity();
  const [setting, setSetting] = useState(false);
  return (
    <>
      <UserMenu label={identity?.fullName ?? ''}>
        <PasswordItem onClick={() => setSetting(true)} />
        <Logout />
      </UserMenu>
      {setting ? <PasswordDialog onClose={() => setSetting(false)} /> : null}
    </>
  );
}

function PasswordItem({ onClick }: { readonly onClick: () => void }) {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem onClick={() => { menu?.onClose(); onClick(); }}>
      <ListItemIcon><Password fontSize="small" /></ListItemIcon>
      <ListItemText>{translate('domicile.password.title')}</ListItemText>
    </MenuItem>
  );
}
