import { useCallback, useRef, useState } from 'react';

import { type FieldFault, FieldsRefused, Offline } from './failures.ts';

export interface Command {
  /** Runs it unless one is running: a second click while one works is not a second request. */
  readonly run: (action: () => Promise<void>) => Promise<void>;
  /** The last one once more, with the same answers. */
  readonly again: () => Promise<void>;
  readonly working: boolean;
  readonly failure: Error | undefined;
  /** An earlier one got no answer, so perhaps that one was done. */
  readonly unsure: boolean;
  readonly faults: readonly FieldFault[];
  /** Faults that the page itself has found, and what the service refused in a sentence. */
  readonly refuse: (...faults: FieldFault[]) => void;
  readonly clear: () => void;
}

/** One thing at a time that this page asks of the service, and what came of it. Answers stay where they were. */
export function useCommand(): Command {
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const [unsure, setUnsure] = useState(false);
  const running = useRef(false);
  const last = useRef<() => Promise<void>>(async () => undefined);

  const run = useCallback(async (action: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    last.current = action;
    setWorking(true);
    setFailure(undefined);
    try {
      await action();
      setUnsure(false);
    } catch (error) {
      if (error instanceof Offline) setUnsure(true);
      setFailure(error instanceof Error ? error : new Error());
    } finally {
      running.current = false;
      setWorking(false);
    }
  }, []);

  return {
    run,
    again: () => run(last.current),
    working,
    failure,
    unsure,
    faults: failure instanceof FieldsRefused ? failure.faults : [],
    refuse: (...faults) => setFailure(new FieldsRefused(faults)),
    clear: () => setFailure(undefined),
  };
}
