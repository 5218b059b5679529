/**
 * The code of each page by its address, apart from the routes: the first script of the console looks here while the router is
 * still on its way.
 */
export const PAGE_CODE = {
  '/antrean': () => import('../features/replacement-queue/queue.page'),
  '/permohonan/$nomor': () => import('../features/replacement-review/review.page'),
  '/persetujuan': () => import('../features/replacement-queue/second.page'),
  '/periksa-ulang': () => import('../features/spot-check/spot-check.page'),
  '/hasil-periksa-ulang': () => import('../features/spot-check/outcomes.page'),
  '/keputusan-saya': () => import('../features/my-decisions/my-decisions.page'),
  '/akun': () => import('../features/account-search/account-search.page'),
  '/akun/$id': () => import('../features/account-page/account.page'),
  '/pengiriman': () => import('../features/deliveries/deliveries.page'),
  '/dasbor': () => import('../features/dashboard/dashboard.page'),
  '/audit': () => import('../features/audit-trail/audit-trail.page'),
  '/admin/petugas': () => import('../features/administration/agents.page'),
  '/pengaturan': () => import('../features/settings/settings.page'),
  '/bantuan': () => import('../features/help/help.page'),
  '/masuk/kode': () => import('../features/sign-in/totp.page'),
  '/undangan': () => import('../features/sign-in/invitation.page'),
  '/keluar': () => import('../features/sign-in/signed-out.page'),
};

/** What the page of an address of this console is made of; undefined where the router has to know more first. */
export function codeOf(pathname: string): (() => Promise<unknown>) | undefined {
  const path = pathname.slice(import.meta.env.BASE_URL.length - 1);
  const [, load] = Object.entries(PAGE_CODE).find(([address]) => shapeOf(address).test(path)) ?? [];
  return load;
}

const shapeOf = (address: string): RegExp => new RegExp(`^${address.replaceAll(/\$\w+/g, '[^/]+')}/?$`);
