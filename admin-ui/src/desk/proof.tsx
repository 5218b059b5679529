import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

import { ProofPanel } from './proof-panel';

interface Proof {
  /** Asks for a TOTP code beside the page; true once it was accepted, false when the person let it be. */
  readonly ask: (why: string) => Promise<boolean>;
  /** Where the question is shown: under the top bar, never over what is being judged. */
  readonly panel: ReactNode;
}

interface Question {
  readonly why: string;
  readonly answer: (proven: boolean) => void;
}

const Context = createContext<Proof>({ ask: async () => false, panel: null });

export const useProof = (): Proof => useContext(Context);

export function ProofProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback(
    (why: string) =>
      new Promise<boolean>((answer) => {
        // One question at a time: whoever asked before goes on without.
        setQuestion((open) => {
          open?.answer(false);
          return { why, answer };
        });
      }),
    [],
  );
  const value = useMemo(() => {
    const settle = (proven: boolean) => {
      question?.answer(proven);
      setQuestion(null);
    };
    return { ask, panel: question && <ProofPanel why={question.why} onDone={settle} /> };
  }, [ask, question]);
  return <Context value={value}>{children}</Context>;
}
