import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { REASONS, type Reason } from '../desk/ending';
import { SignInPage } from '../features/sign-in/sign-in.page';
import { MissingPage } from './desk-layout';
import { PAGE_CODE } from './page-code';
import { root } from './root-route';

/** Where to go after signing in: an address of the console, or nothing. */
const wanted = ({ ke }: Record<string, unknown>): { ke?: string } => ({
  // Named even when it is refused, or the router would pass on what was typed.
  ke: typeof ke === 'string' && /^\/(?!\/)/.test(ke) ? ke : undefined,
});

const left = ({ sebab }: Record<string, unknown>): { sebab: Reason } => ({
  sebab: REASONS.find((reason) => reason === sebab) ?? 'sendiri',
});

/** Its pieces are not even built for production. */
const gallery = createRoute({
  getParentRoute: () => root,
  path: '/__galeri',
  validateSearch: ({ buka }: Record<string, unknown>): { buka?: 'dialog' } =>
    buka === 'dialog' ? { buka } : {},
  component: import.meta.env.DEV
    ? lazyRouteComponent(() => import('../features/gallery/gallery.page'), 'GalleryPage')
    : MissingPage,
});

/** The pages that nobody needs to be signed in for. */
export const outsideRoutes = [
  createRoute({ getParentRoute: () => root, path: '/masuk', validateSearch: wanted, component: SignInPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/masuk/kode',
    validateSearch: wanted,
    component: lazyRouteComponent(PAGE_CODE['/masuk/kode'], 'TotpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/undangan',
    component: lazyRouteComponent(PAGE_CODE['/undangan'], 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/keluar',
    validateSearch: left,
    component: lazyRouteComponent(PAGE_CODE['/keluar'], 'SignedOutPage'),
  }),
  gallery,
] as const;
