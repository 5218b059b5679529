import type { House } from '../compose.js';
import { ActivityService } from '../features/my-account/activity.service.js';
import { ContactChangeService } from '../features/my-account/contact-change.service.js';
import { ContactWayBack } from '../features/my-account/contact-way-back.service.js';
import { MeResolver } from '../features/my-account/me.resolver.js';
import { MyAccountResolver } from '../features/my-account/my-account.resolver.js';
import { PasswordChangeService } from '../features/my-account/password-change.service.js';
import { ProfileService } from '../features/my-account/profile.service.js';
import { callingCodes } from './calling-codes.js';
import type { Room } from './room.js';

export function myAccount(house: House): Room {
  const { config } = house;
  const publicBaseUrl = config.publicBaseUrl;
  const wayBack = new ContactWayBack({ ...house, publicBaseUrl, undoD: config.CASE_UNDO_D });
  const limits = { codeTtlMin: config.CODE_TTL_MIN, countries: callingCodes(house), publicBaseUrl };
  return {
    public: [
      new MeResolver({ ...house, activity: new ActivityService(house.db) }),
      new MyAccountResolver(
        new PasswordChangeService(house),
        new ProfileService(house),
        new ContactChangeService({ ...house, wayBack }, limits),
        wayBack,
      ),
    ],
  };
}
