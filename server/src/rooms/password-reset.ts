import type { House } from '../compose.js';
import { PasswordResetResolver } from '../features/password-reset/password-reset.resolver.js';
import { PasswordResetService } from '../features/password-reset/password-reset.service.js';
import {
  type Asked,
  PasswordResetRequestService,
  REQUEST_PASSWORD_RESET,
} from '../features/password-reset/password-reset-request.service.js';
import type { Room } from './room.js';

export function passwordReset(house: House): Room {
  const { config } = house;
  const requesting = new PasswordResetRequestService({
    ...house,
    publicBaseUrl: config.publicBaseUrl,
    linkTtlMin: config.RESET_LINK_TTL_MIN,
  });
  house.requests.on(REQUEST_PASSWORD_RESET, (tx, asked) => requesting.answer(tx, asked as Asked));
  house.fallBacks.on('PASSWORD_RESET_LINK', {
    purpose: 'PASSWORD_RESET',
    send: (tx, account, to) => requesting.sendBeside(tx, account, to),
  });
  const resets = new PasswordResetService({ ...house, tries: config.CODE_TRIES_BUDGET });
  return { public: [new PasswordResetResolver(requesting, resets)] };
}
