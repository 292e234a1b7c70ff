import { type ReactNode } from 'react';
import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Typography, useMediaQuery, type Theme } from '@mui/material';
import { Link, useLocation } from 'react-router-dom';
import { useSidebarState, useTranslate } from 'react-admin';
import AccountTree from '@mui/icons-material/AccountTree';
import Archive from '@mui/icons-material/Archive';
import Balance from '@mui/icons-material/Balance';
import Bolt from '@mui/icons-material/Bolt';
import Business from '@mui/icons-material/Business';
import CloudQueue from '@mui/icons-material/CloudQueue';
import Code from '@mui/icons-material/Code';
import DashboardIcon from '@mui/icons-material/Dashboard';
import Description from '@mui/icons-material/Description';
import Dns from '@mui/icons-material/Dns';
import FactCheck from '@mui/icons-material/FactCheck';
import Gavel from '@mui/icons-material/Gavel';
import Handshake from '@mui/icons-material/Handshake';
import People from '@mui/icons-material/People';
import HistoryIcon from '@mui/icons-material/History';
import Hub from '@mui/icons-material/Hub';
import Key from '@mui/icons-material/Key';
import ListAlt from '@mui/icons-material/ListAlt';
import Notifications from '@mui/icons-material/Notifications';
import Pending from '@mui/icons-material/Pending';
import PictureAsPdf from '@mui/icons-material/PictureAsPdf';
import Policy from '@mui/icons-material/Policy';
import Inventory2 from '@mui/icons-material/Inventory2';
import Memory from '@mui/icons-material/Memory';
import ReportProblem from '@mui/icons-material/ReportProblem';
import Schedule from '@mui/icons-material/Schedule';
import Send from '@mui/icons-material/Send';
import SwapHoriz from '@mui/icons-material/SwapHoriz';
import TaskAlt from '@mui/icons-material/TaskAlt';
import UploadFile from '@mui/icons-material/UploadFile';
import VerifiedUser from '@mui/icons-material/VerifiedUser';
import { may } from '../api/session.js';
import { recordKinds } from '../api/shapes.js';
import { screenPermissions, type ScreenPath } from './screen-permissions.js';

interface Entry {
  readonly screen: ScreenPath;
  readonly label: string;
  readonly icon: ReactNode;
}

const kindIcons: Readonly<Record<(typeof recordKinds)[number], ReactNode>> = {
  deployment: <Dns />,
  model: <Memory />,
  provider: <CloudQueue />,
  dataFlow: <SwapHoriz />,
  weightArtefact: <Inventory2 />,
  licence: <Gavel />,
  lineageEdge: <AccountTree />,
  organisation: <Business />,
  legalEntity: <Business />,
  codeCall: <Code />,
};

const assurance: readonly Entry[] = [
  { screen: 'findings', label: 'resources.findings.name', icon: <ReportProblem /> },
  { screen: 'waivers', label: 'resources.waivers.name', icon: <VerifiedUser /> },
  { screen: 'decisions', label: 'resources.decisions.name', icon: <Balance /> },
  { screen: 'audits', label: 'resources.audits.name', icon: <FactCheck /> },
  { screen: 'clearances', label: 'resources.clearances.name', icon: <TaskAlt /> },
  { screen: 'evidence', label: 'resources.evidence.name', icon: <Description /> },
  { screen: 'shocks', label: 'domicile.shock.title', icon: <Bolt /> },
  { screen: 'policies', label: 'resources.policies.name', icon: <Policy /> },
];

const reporting: readonly Entry[] = [
  { screen: 'auditor', label: 'domicile.auditor.title', icon: <Archive /> },
  { screen: 'reports', label: 'resources.reports.name', icon: <PictureAsPdf /> },
  { screen: 'schedules', label: 'resources.schedules.name', icon: <Schedule /> },
  { screen: 'deliveries', label: 'resources.deliveries.name', icon: <Send /> },
  { screen: 'notifications', label: 'resources.notifications.name', icon: <Notifications /> },
];

const register: readonly Entry[] = [
  { screen: 'flow-map', label: 'domicile.flow_map.title', icon: <Hub /> },
  ...recordKinds.map((kind): Entry => ({ screen: kind, label: `resources.${kind}.name`, icon: kindIcons[kind] })),
  { screen: 'import', label: 'domicile.menu.import', icon: <UploadFile /> },
  { screen: 'revisions', label: 'resources.revisions.name', icon: <HistoryIcon /> },
];

const administration: readonly Entry[] = [
  { screen: 'jobs', label: 'resources.jobs.name', icon: <Pending /> },
  { screen: 'log', label: 'resources.log.name', icon: <ListAlt /> },
  { screen: 'users', label: 'resources.users.name', icon: <People /> },
  { screen: 'keys', label: 'resources.keys.name', icon: <Key /> },
  { screen: 'trusts', label: 'resources.trusts.name', icon: <Handshake /> },
];

/** The screens that the one who is signed in may see. */
export function DomicileMenu() {
  const translate = useTranslate();
  const [open] = useSidebarState();
  return (
    <Box component="nav" aria-label={translate('domicile.menu.screens')} sx={{ paddingBottom: 2, width: open ? 230 : 56, overflowX: 'hidden' }}>
      <List dense disablePadding sx={{ paddingTop: 1 }}>
        <MenuEntry to="/" label="domicile.dashboard.title" icon={<DashboardIcon />} />
      </List>
      <Group name="assurance" entries={assurance} />
      <Group name="reporting" entries={reporting} />
      <Group name="register" entries={register} />
      <Group name="administration" entries={administration} />
    </Box>
  );
}

function Group({ name, entries }: { readonly name: string; readonly entries: readonly Entry[] }) {
  const translate = useTranslate();
  const [open] = useSidebarState();
  const offered = entries.filter(({ screen }) => may(screenPermissions[screen]));
  if (offered.length === 0) return null;
  return (
    <>
      <Typography component="h2" variant="overline" sx={{ display: 'block', paddingX: 2, paddingTop: 1, color: 'text.secondary', visibility: open ? 'visible' : 'hidden', whiteSpace: 'nowrap', overflow: 'hidden' }}>{translate(`domicile.menu.${name}`)}</Typography>
      <List dense disablePadding aria-label={translate(`domicile.menu.${name}`)}>
        {offered.map(({ screen, label, icon }) => <MenuEntry key={screen} to={`/${screen}`} label={label} icon={icon} />)}
      </List>
    </>
  );
}

function MenuEntry({ to, label, icon }: Omit<Entry, 'screen'> & { readonly to: string }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const [open, setOpen] = useSidebarState();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const here = pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));
  const text = translate(label, { smart_count: 2 });
  return (
    <ListItem disablePadding>
      <ListItemButton component={Link} to={to} selected={here} aria-current={here ? 'page' : undefined} aria-label={text} title={open ? undefined : text} onClick={() => (narrow ? setOpen(false) : undefined)} sx={{ paddingLeft: 2, whiteSpace: 'nowrap' }}>
        <ListItemIcon sx={{ minWidth: 38, color: here ? 'primary.main' : 'text.secondary' }}>{icon}</ListItemIcon>
        <ListItemText primary={text} slotProps={{ primary: { sx: { fontWeight: here ? 650 : 400 } } }} />
      </ListItemButton>
    </ListItem>
  );
}
