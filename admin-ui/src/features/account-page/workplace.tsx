import { RevealPanel } from '../../desk/reveal-panel';
import type { Act, OneAccount } from './act';
import { BlockPanel } from './block-panel';
import { EndSessionsPanel } from './end-sessions-panel';
import { ResendDialog } from './resend-dialog';

interface WorkplaceProps {
  readonly account: OneAccount;
  readonly act: Act | null;
  readonly onDone: () => void;
  /** The account is another than the page shows. */
  readonly onChanged: () => void;
}

/** Where what an agent is about to do takes place. */
export function Workplace({ account, act, onDone, onChanged }: WorkplaceProps) {
  switch (act) {
    case 'REVEAL':
      return <RevealPanel of={{ accountId: account.id }} onDone={onDone} />;
    case 'RESEND':
      return <ResendDialog account={account} onDone={onDone} />;
    case 'END_SESSIONS':
      return <EndSessionsPanel accountId={account.id} onDone={onDone} />;
    case 'BLOCK':
    case 'UNBLOCK':
      return <BlockPanel act={act} accountId={account.id} onDone={onDone} onChanged={onChanged} />;
    default:
      return null;
  }
}
