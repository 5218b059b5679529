import { Trans } from '@lingui/react/macro';
import type { FormEvent, ReactNode } from 'react';

import type { Command } from '../platform/command.ts';
import { type Elsewhere, FailureSummary } from './failure-summary.tsx';
import { Faults } from './faults.ts';

interface FormProps {
  readonly command: Command;
  readonly onSubmit: () => Promise<void> | void;
  readonly button: ReactNode;
  /** For work that may begin as soon as somebody begins to type. */
  readonly onFirstFocus?: () => void;
  readonly elsewhere?: Elsewhere;
  readonly children?: ReactNode;
}

/** One main button. What the service refuses stands above, led to by links, and below each field. */
export function Form({ command, onSubmit, button, onFirstFocus, elsewhere, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void command.run(async () => onSubmit());
  };
  return (
    <Faults value={command.faults}>
      <form method="post" noValidate onSubmit={submit} onFocusCapture={onFirstFocus}>
        <FailureSummary command={command} elsewhere={elsewhere} />
        {children}
        <button type="submit" className="main" aria-disabled={command.working}>
          {button}
        </button>
        <p role="status">{command.working && <Trans>Sebentar, sedang diproses…</Trans>}</p>
      </form>
    </Faults>
  );
}
