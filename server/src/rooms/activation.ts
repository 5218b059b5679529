import type { House } from '../compose.js';
import { ActivationResolver } from '../features/activation/activation.resolver.js';
import { ActivationService } from '../features/activation/activation.service.js';
import { ActivationLinkResolver } from '../features/activation/activation-link.helpdesk-resolver.js';
import { ActivationResendResolver } from '../features/activation/activation-resend.helpdesk-resolver.js';
import {
  ActivationResendService,
  type Asked,
  RESEND_ACTIVATION,
} from '../features/activation/activation-resend.service.js';
import { ActivationResendByAgentService } from '../features/activation/activation-resend-by-agent.service.js';
import { ContactCorrectionService } from '../features/activation/contact-correction.service.js';
import { callingCodes } from './calling-codes.js';
import type { Room } from './room.js';

export function activation(house: House): Room {
  const needs = { ...house, publicBaseUrl: house.config.publicBaseUrl };
  const resending = new ActivationResendService(needs);
  house.requests.on(RESEND_ACTIVATION, (tx, asked) => resending.answer(tx, asked as Asked));
  house.fallBacks.on('ACTIVATION_CODE', {
    purpose: 'ACTIVATION',
    send: async (tx, account, to) => {
      const username = await house.identifiers.usernameOf(account.id);
      await house.activation.sendInstead(tx, { ...account, username }, to);
    },
  });
  const correction = new ContactCorrectionService({
    ...needs,
    passwords: house.check,
    countries: callingCodes(house),
  });
  return {
    public: [new ActivationResolver(new ActivationService(needs), resending, correction)],
    helpdesk: [
      new ActivationResendResolver(new ActivationResendByAgentService(house)),
      new ActivationLinkResolver(house.secrets),
    ],
  };
}
