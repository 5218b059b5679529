import { atDesk } from './at-desk.js';
import { DESKTOP, MODEST, openLighthouse } from './lighthouse.js';
import type { Service } from './processes.js';
import type { Report } from './report.js';

/** Pages of the console, with somebody who may open them. */
const PAGES: readonly (readonly [name: string, path: string, agent: string])[] = [
  ['sign-in', 'masuk', ''],
  ['queue', 'antrean', 'petugas'],
  ['account lookup', 'akun', 'petugas'],
  ['deliveries', 'pengiriman', 'petugas'],
  ['dashboard', 'dasbor', 'pengawas'],
  ['audit trail', 'audit', 'auditor'],
  ['agents', 'admin/petugas', 'admin'],
];

/** Lighthouse on the console's pages as the office's good and modest computers load them (console.md 20, B8). */
export async function consolePages(ours: Service, report: Report): Promise<void> {
  const lighthouse = await openLighthouse();
  try {
    const cookies = new Map<string, string>();
    for (const [name, path, agent] of PAGES) {
      if (agent && !cookies.has(agent)) cookies.set(agent, await atDesk(ours.base, agent));
      const address = { name, url: `${ours.base}/helpdesk/${path}`, cookie: cookies.get(agent) };
      await lighthouse.measure(address, DESKTOP, 95, report);
      await lighthouse.measure(address, MODEST, 85, report);
    }
  } finally {
    await lighthouse.close();
  }
}
