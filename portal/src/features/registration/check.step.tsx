import { Trans, useLingui } from '@lingui/react/macro';

import { useEffect } from 'react';

import { useCommand } from '../../platform/command.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { useFault } from '../../ui/faults.ts';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { answers } from './answers.ts';
import { complete } from './complete.ts';
import { DeclarationText } from './declaration-text.tsx';
import { draft } from './draft.ts';
import { usePlace } from './steps.ts';
import { Summary } from './summary.tsx';
import { TO_MEND } from './where-fields-are.ts';

export function CheckStep() {
  const { t } = useLingui();
  const { back, step } = usePlace();
  const [given] = useAnswers(answers);
  const begun = useTabMemory(draft);
  const command = useCommand();
  useEffect(() => answers.set({ mending: false }), []);
  if (!begun) return null;
  const submit = async () => {
    if (given.acceptTerms) await complete(begun);
    else command.refuse({ field: 'acceptTerms', message: t`Setujui pernyataan untuk melanjutkan.` });
  };
  return (
    <Page title={t`Periksa isian Anda`} back={back} step={step}>
      <Form command={command} onSubmit={submit} button={<Trans>Daftar sekarang</Trans>} elsewhere={TO_MEND}>
        <Summary given={given} begun={begun} />
        <DeclarationText />
        <Declaration />
      </Form>
    </Page>
  );
}

function Declaration() {
  const [{ acceptTerms }, set] = useAnswers(answers);
  const fault = useFault('acceptTerms');
  return (
    <div className={fault ? 'field at-fault' : 'field'}>
      {fault && (
        <span className="fault" id="acceptTerms-fault">
          {fault}
        </span>
      )}
      <label className="option">
        <input
          type="checkbox"
          id="acceptTerms"
          checked={acceptTerms}
          aria-describedby={fault && 'acceptTerms-fault'}
          onChange={(event) => set({ acceptTerms: event.currentTarget.checked })}
        />
        <span>
          <Trans>Saya menyetujui pernyataan ini.</Trans>
        </span>
      </label>
    </div>
  );
}
