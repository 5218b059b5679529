import { Trans, useLingui } from '@lingui/react/macro';

import { useEffect } from 'react';

import { useCommand } from '../../platform/command.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { useFault } from '../../ui/faults.ts';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { answers } from './answers.ts';
import { complete } from './complete.ts';
import { useDraft } from './draft.ts';
import { useStep } from './step-page.tsx';
import { Summary } from './summary.tsx';
import { ELSEWHERE } from './where-fields-are.ts';

export function CheckStep() {
  const { t } = useLingui();
  const { back, step } = useStep();
  const [given] = useAnswers(answers);
  const draft = useDraft();
  const command = useCommand();
  useEffect(() => answers.set({ mending: false }), []);
  if (!draft) return null;
  const submit = async () => {
    if (given.acceptTerms) await complete(draft);
    else command.refuse({ field: 'acceptTerms', message: t`Setujui pernyataan untuk melanjutkan.` });
  };
  return (
    <Page title={t`Periksa isian Anda`} back={back} step={step}>
      <Form command={command} onSubmit={submit} button={<Trans>Daftar sekarang</Trans>} elsewhere={ELSEWHERE}>
        <Summary given={given} draft={draft} />
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
          <Trans>
            Saya mengisi ini sendiri atau untuk badan usaha yang saya wakili. Datanya benar dan saya
            bertanggung jawab atasnya. Saya menyetujui penyimpanannya oleh Lembaga OSS untuk perizinan
            berusaha.
          </Trans>
        </span>
      </label>
    </div>
  );
}
