import { type ReactNode } from 'react';
import { AppBar, Layout, Logout, UserMenu, useGetIdentity, type AppBarProps } from 'react-admin';
import { DomicileMenu } from './domicile-menu.js';

export function DomicileLayout({ children }: { readonly children: ReactNode }) {
  return <Layout appBar={DomicileAppBar} menu={DomicileMenu}>{children}</Layout>;
}

function DomicileAppBar(props: AppBarProps) {
  return <AppBar {...props} userMenu={<NamedUserMenu />} />;
}

function NamedUserMenu() {
  const { identity } = useGetIdentity();
  return (
    <UserMenu label={identity?.fullName ?? ''}>
      <Logout />
    </UserMenu>
  );
}
