import type { House } from '../compose.js';
import { AgentLoads } from '../features/dashboard/agent-loads.js';
import { DashboardResolver } from '../features/dashboard/dashboard.helpdesk-resolver.js';
import { DashboardService } from '../features/dashboard/dashboard.service.js';
import { CaseFigures } from '../features/email-replacement/desk-figures.js';
import type { Room } from './room.js';

export function dashboard(house: House): Room {
  const [numbers, loads] = [new CaseFigures(house.db), new AgentLoads(house)];
  return { helpdesk: [new DashboardResolver(new DashboardService({ ...house, numbers, loads }))] };
}
