import { PasswordPolicyResolver } from './account/password-policy.resolver.js';
import type { House } from './compose.js';
import { ViewerResolver } from './office/viewer.helpdesk-resolver.js';
import { CaptchaResolver } from './platform/captcha/captcha.resolver.js';
import { RegionsResolver } from './platform/regions/regions.resolver.js';
import { accountBlocking } from './rooms/account-blocking.js';
import { accountSearch } from './rooms/account-search.js';
import { activation } from './rooms/activation.js';
import { administration } from './rooms/administration.js';
import { agentLogin } from './rooms/agent-login.js';
import { auditTrail } from './rooms/audit-trail.js';
import { dashboard } from './rooms/dashboard.js';
import { deliveries } from './rooms/deliveries.js';
import { emailReplacement } from './rooms/email-replacement.js';
import { evidence } from './rooms/evidence.js';
import { forgottenAccount } from './rooms/forgotten-account.js';
import { keptAnswers } from './rooms/kept-answers.js';
import { login } from './rooms/login.js';
import { myAccount } from './rooms/my-account.js';
import { notMe } from './rooms/not-me.js';
import { passwordReset } from './rooms/password-reset.js';
import { registration } from './rooms/registration.js';
import { replacementDesk } from './rooms/replacement-desk.js';
import { replacementOutcome } from './rooms/replacement-outcome.js';
import type { Room } from './rooms/room.js';

/** The third ring, a room a feature: what each offers to which schema, and what it does by the clock. */
export function features(house: House): Required<Omit<Room, 'reported'>> {
  const others: Room[] = [
    lowerRings(house),
    registration(house),
    keptAnswers(house),
    activation(house),
    login(house),
    myAccount(house),
    emailReplacement(house),
    replacementDesk(house),
    dashboard(house),
    passwordReset(house),
    forgottenAccount(house),
    evidence(house),
    replacementOutcome(house),
    agentLogin(house),
    accountBlocking(house),
    auditTrail(house),
    accountSearch(house),
    administration(house),
    deliveries(house),
  ];
  const reported = others.flatMap((room) => room.reported ?? []);
  const rooms = [...others, notMe(house, reported)];
  return {
    public: rooms.flatMap((room) => room.public ?? []),
    helpdesk: rooms.flatMap((room) => room.helpdesk ?? []),
    routes: rooms.flatMap((room) => room.routes ?? []),
    jobs: rooms.flatMap((room) => room.jobs ?? []),
    figures: rooms.flatMap((room) => room.figures ?? []),
  };
}

/** What the two lower rings answer by themselves. */
const lowerRings = (house: House): Room => ({
  public: [
    new CaptchaResolver(house.captcha),
    new RegionsResolver(house.regions),
    new PasswordPolicyResolver(house.policy),
  ],
  helpdesk: [new ViewerResolver(house.db, house.config.production), new PasswordPolicyResolver(house.policy)],
});
