import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';

import { useCommand } from '../platform/command.ts';
import { type SealedAnswers, useIsRestored } from '../platform/sealed-answers.ts';
import { FailureSummary } from './failure-summary.tsx';
import { Page } from './page.tsx';

interface RestoredProps<Answers extends object> {
  readonly answers: SealedAnswers<Answers>;
  readonly children: ReactNode;
}

/** What a reload has taken comes back before the page asks for it. Without a network it waits, and says so. */
export function Restored<Answers extends object>({ answers, children }: RestoredProps<Answers>) {
  const { t } = useLingui();
  const isRestored = useIsRestored(answers);
  const { run, ...command } = useCommand();
  useEffect(() => void run(() => answers.restore()), [run, answers]);
  if (isRestored) return children;
  if (!command.failure) return null;
  return (
    <Page title={t`Isian Anda tersimpan di tab ini`}>
      <FailureSummary command={command} />
      <p>
        <Trans>Isian tersegel dan dibuka kembali begitu layanan dapat dihubungi.</Trans>
      </p>
      <button type="button" onClick={() => answers.forget()}>
        <Trans>Hapus isian dan mulai dari awal</Trans>
      </button>
    </Page>
  );
}
