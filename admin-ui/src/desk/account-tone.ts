import type { AccountStatus } from '../gql/graphql';
import type { Tone } from '../ui/status-badge';

export const accountTone = (status: AccountStatus): Tone =>
  ({ AWAITING_ACTIVATION: 'wait', ACTIVE: 'good', BLOCKED: 'bad', CLOSED: 'quiet' })[status] as Tone;
