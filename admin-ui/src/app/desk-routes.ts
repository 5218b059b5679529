import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';

import { PARTS, type Part } from '../features/account-page/parts';
import { readAuditSearch } from '../features/audit-trail/audit-search';
import { readDashboardSearch } from '../features/dashboard/range';
import { readSearch } from '../features/deliveries/delivery-filters';
import { readQueueSearch, readSecondSearch } from '../features/replacement-queue/queue-search';
import { readOutcomeSearch } from '../features/spot-check/outcome-search';
import { BrokenPage, DeskLayout, MissingPage } from './desk-layout';
import { homeOf, ROLES } from './menu';
import { PAGE_CODE } from './page-code';
import { root } from './root-route';
import { currentViewer } from './viewer';

/** Behind the sign-in: whoever is not signed in comes back here afterwards. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: DeskLayout,
  errorComponent: BrokenPage,
  notFoundComponent: MissingPage,
  beforeLoad: async ({ context: { client }, location }) => {
    const viewer = await currentViewer(client);
    if (!viewer) throw redirect({ to: '/masuk', search: location.href === '/' ? {} : { ke: location.href } });
    return { viewer };
  },
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: ({ context: { viewer } }) => {
    throw redirect({ to: homeOf(viewer.role), replace: true });
  },
});

const queue = createRoute({
  getParentRoute: () => desk,
  path: '/antrean',
  staticData: { roles: ROLES.queue },
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(PAGE_CODE['/antrean'], 'QueuePage'),
});

const request = createRoute({
  getParentRoute: () => desk,
  path: '/permohonan/$nomor',
  staticData: { roles: ROLES.queue },
  component: lazyRouteComponent(PAGE_CODE['/permohonan/$nomor'], 'ReviewPage'),
});

const second = createRoute({
  getParentRoute: () => desk,
  path: '/persetujuan',
  staticData: { roles: ROLES.second },
  validateSearch: readSecondSearch,
  component: lazyRouteComponent(PAGE_CODE['/persetujuan'], 'SecondPage'),
});

const spotCheck = createRoute({
  getParentRoute: () => desk,
  path: '/periksa-ulang',
  staticData: { roles: ROLES.deciding },
  component: lazyRouteComponent(PAGE_CODE['/periksa-ulang'], 'SpotCheckPage'),
});

const spotOutcomes = createRoute({
  getParentRoute: () => desk,
  path: '/hasil-periksa-ulang',
  staticData: { roles: ROLES.spotChecks },
  validateSearch: readOutcomeSearch,
  component: lazyRouteComponent(PAGE_CODE['/hasil-periksa-ulang'], 'OutcomesPage'),
});

const mine = createRoute({
  getParentRoute: () => desk,
  path: '/keputusan-saya',
  staticData: { roles: ROLES.deciding },
  component: lazyRouteComponent(PAGE_CODE['/keputusan-saya'], 'MyDecisionsPage'),
});

const accounts = createRoute({
  getParentRoute: () => desk,
  path: '/akun',
  staticData: { roles: ROLES.account },
  component: lazyRouteComponent(PAGE_CODE['/akun'], 'AccountSearchPage'),
});

const account = createRoute({
  getParentRoute: () => desk,
  path: '/akun/$id',
  staticData: { roles: ROLES.account },
  validateSearch: ({ bagian }: Record<string, unknown>): { bagian?: Part } => ({
    bagian: PARTS.find((part) => part === bagian),
  }),
  component: lazyRouteComponent(PAGE_CODE['/akun/$id'], 'AccountPage'),
});

const deliveries = createRoute({
  getParentRoute: () => desk,
  path: '/pengiriman',
  staticData: { roles: ROLES.deliveries },
  validateSearch: readSearch,
  component: lazyRouteComponent(PAGE_CODE['/pengiriman'], 'DeliveriesPage'),
});

const dashboard = createRoute({
  getParentRoute: () => desk,
  path: '/dasbor',
  staticData: { roles: ROLES.queue },
  validateSearch: readDashboardSearch,
  component: lazyRouteComponent(PAGE_CODE['/dasbor'], 'DashboardPage'),
});

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  staticData: { roles: ROLES.audit },
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(PAGE_CODE['/audit'], 'AuditTrailPage'),
});

const agents = createRoute({
  getParentRoute: () => desk,
  path: '/admin/petugas',
  staticData: { roles: ROLES.agents },
  component: lazyRouteComponent(PAGE_CODE['/admin/petugas'], 'AgentsPage'),
});

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/pengaturan',
  component: lazyRouteComponent(PAGE_CODE['/pengaturan'], 'SettingsPage'),
});

const help = createRoute({
  getParentRoute: () => desk,
  path: '/bantuan',
  component: lazyRouteComponent(PAGE_CODE['/bantuan'], 'HelpPage'),
});

/** Also for an address that leads nowhere one has to be signed in: what exists is nobody else's business. */
const anythingElse = createRoute({ getParentRoute: () => desk, path: '$', component: MissingPage });

export const deskRoutes = desk.addChildren([
  home,
  queue,
  request,
  second,
  spotCheck,
  spotOutcomes,
  mine,
  accounts,
  account,
  deliveries,
  dashboard,
  audit,
  agents,
  settings,
  help,
  anythingElse,
]);
