import type { House } from '../compose.js';
import { LoginResolver } from '../features/login/login.resolver.js';
import { LoginService } from '../features/login/login.service.js';
import { NewDeviceNotice } from '../features/login/new-device-notice.js';
import { SessionsService } from '../features/login/sessions.service.js';
import type { Room } from './room.js';

export function login(house: House): Room {
  const notice = new NewDeviceNotice(house.letters, house.now, house.config.NOTICE_COALESCE_MIN);
  const sessions = new SessionsService(house.db, house.sessions, house.audit);
  return { public: [new LoginResolver(new LoginService({ ...house, notice }), sessions)] };
}
