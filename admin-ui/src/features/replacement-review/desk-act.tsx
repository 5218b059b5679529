import { RevealPanel } from '../../desk/reveal-panel';
import type { Act } from './act';
import { TakeOverPanel } from './take-over-panel';
import { TransferPanel } from './transfer-panel';

interface DeskActProps {
  readonly act: Act;
  readonly ticket: string;
  readonly onDone: () => void;
}

/** Where what the head of the page leads to takes place: beside the evidence. */
export function DeskAct({ act, ticket, onDone }: DeskActProps) {
  switch (act) {
    case 'REVEAL':
      return <RevealPanel of={{ ticket }} onDone={onDone} />;
    case 'TAKE_OVER':
      return <TakeOverPanel ticket={ticket} onTaken={onDone} onCancel={onDone} />;
    case 'TRANSFER':
      return <TransferPanel ticket={ticket} onCancel={onDone} />;
  }
}
