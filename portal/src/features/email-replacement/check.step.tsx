import { Trans, useLingui } from '@lingui/react/macro';

import { SubmitEmailReplacementDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { useFault } from '../../ui/faults.ts';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { answers } from './answers.ts';
import { evidenceName } from './evidence-words.ts';
import { usePlace } from './steps.ts';
import { follow, type Ticket, ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.tsx';

export function CheckStep() {
  const { t } = useLingui();
  const { step } = usePlace();
  const open = useTabMemory(ticket);
  const command = useCommand();
  const [{ declared }, set] = useAnswers(answers);
  if (!open) return null;
  const submit = async () => {
    if (declared) await handIn(open);
    else command.refuse({ field: 'declared', message: t`Setujui pernyataan untuk melanjutkan.` });
  };
  return (
    <Page title={t`Kirim permohonan?`} back="/email-tidak-aktif/bukti" step={step}>
      <Form command={command} onSubmit={submit} button={<Trans>Kirim permohonan</Trans>}>
        <TicketNumber ticket={open.ticket} />
        <Facts open={open} />
        <Declaration checked={declared} onChange={(checked) => set({ declared: checked })} />
      </Form>
    </Page>
  );
}

function Facts({ open }: { open: Ticket }) {
  const { t } = useLingui();
  return (
    <dl className="facts">
      {open.sent && (
        <div>
          <dt>{t`Email baru`}</dt>
          <dd>{open.sent.sentTo.value}</dd>
        </div>
      )}
      <div>
        <dt>{t`Kanal lama`}</dt>
        <dd>
          {open.otherConfirmed ? t`terbukti: jalan lebih singkat` : t`tidak terbukti: pemeriksaan lebih lama`}
        </dd>
      </div>
      <div>
        <dt>{t`Dokumen`}</dt>
        <dd>{open.required.map(evidenceName).join(', ')}</dd>
      </div>
    </dl>
  );
}

function Declaration({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const fault = useFault('declared');
  return (
    <div className={fault ? 'field at-fault' : 'field'}>
      {fault && (
        <span className="fault" id="declared-fault">
          {fault}
        </span>
      )}
      <label className="option">
        <input
          type="checkbox"
          id="declared"
          checked={checked}
          aria-describedby={fault && 'declared-fault'}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <Trans>
            Data dan dokumen ini benar. Saya tahu bahwa pemilik lama diberi tahu dan dapat menghentikan
            permohonan ini.
          </Trans>
        </span>
      </label>
    </div>
  );
}

async function handIn(open: Ticket): Promise<void> {
  const { submitEmailReplacement: outcome } = await request(SubmitEmailReplacementDocument, {
    input: { ticketToken: open.token },
  });
  if (outcome.__typename !== 'EmailReplacementProgress') throw refusal(outcome);
  answers.forget();
  follow(outcome); // the way back, should the agent ask for more
  navigate('/email-tidak-aktif/tanda-terima', { replace: true });
}
