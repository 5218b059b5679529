import { type ComponentType, useEffect } from 'react';

import { useAnswers } from '../../platform/kept-answers.ts';
import { navigate, usePath } from '../../platform/router.tsx';
import { allowedPath } from '../../platform/steps.ts';
import { useTabMemory } from '../../platform/tab-memory.ts';
import { Restored } from '../../ui/restored.tsx';
import { AccountStep } from './account.step.tsx';
import { answers } from './answers.ts';
import { ApplicantStep } from './applicant.step.tsx';
import { BeginPage } from './begin.page.tsx';
import { CheckStep } from './check.step.tsx';
import { CodeStep } from './code.step.tsx';
import { EvidenceStep } from './evidence.step.tsx';
import { NewEmailStep } from './new-email.step.tsx';
import { OtherChannelStep } from './other-channel.step.tsx';
import { ReasonStep } from './reason.step.tsx';
import { ReceiptPage } from './receipt.page.tsx';
import { FLOW } from './steps.ts';
import { catchUp, ticket } from './ticket.ts';

const PAGES: Readonly<Record<string, ComponentType>> = {
  '/email-tidak-aktif/akun': AccountStep,
  '/email-tidak-aktif/pemohon': ApplicantStep,
  '/email-tidak-aktif/alasan': ReasonStep,
  '/email-tidak-aktif/email-baru': NewEmailStep,
  '/email-tidak-aktif/kode': CodeStep,
  '/email-tidak-aktif/kanal-lama': OtherChannelStep,
  '/email-tidak-aktif/bukti': EvidenceStep,
  '/email-tidak-aktif/periksa': CheckStep,
};

/** All pages below `/email-tidak-aktif`, with what was answered before, here and at the service. */
export function ReplacementPage() {
  useEffect(() => void catchUp().catch(() => undefined), []); // without a network it goes on with what it knows
  return (
    <Restored answers={answers}>
      <Steps />
    </Restored>
  );
}

/** A page that is not open yet, or no longer, leads to the one that is. */
function Steps() {
  const path = usePath();
  const [given] = useAnswers(answers);
  const open = useTabMemory(ticket);
  const free = path === '/email-tidak-aktif' || path === FLOW.end;
  const allowed = free ? path : allowedPath(FLOW, path, { given, open });
  useEffect(() => {
    if (allowed !== path) navigate(allowed, { replace: true });
  }, [allowed, path]);
  if (path === '/email-tidak-aktif') return <BeginPage />;
  if (path === FLOW.end) return <ReceiptPage />;
  const Step = PAGES[path];
  return Step && allowed === path ? <Step key={path} /> : null;
}
