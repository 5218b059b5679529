import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import { type Command, useCommand } from '../../platform/command.ts';
import type { FieldFault } from '../../platform/failures.ts';
import { useAnswers } from '../../platform/kept-answers.ts';
import { navigate, usePath } from '../../platform/router.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { type Answers, answers } from './answers.ts';
import { useDraft } from './draft.ts';
import { neighbours, STEP_COUNT, STEPS } from './steps.ts';

/** Where this page stands in the flow. */
export function useStep() {
  const path = usePath();
  const [given] = useAnswers(answers);
  const draft = useDraft();
  const number = STEPS.find((step) => step.path === path)?.number ?? 1;
  const { back, next } = neighbours(path, { answers: given, draft });
  return { back, next: given.mending ? '/daftar/periksa' : next, step: [number, STEP_COUNT] as const };
}

interface StepPageProps {
  readonly title: string;
  /** What has to be filled in before the next page; the service judges the rest. */
  readonly missing: (given: Answers) => FieldFault[];
  readonly children: ReactNode;
}

/** A page that only asks: its answers are kept, and the next page comes. */
export function StepPage({ title, missing, children }: StepPageProps) {
  const { back, next, step } = useStep();
  const command = useCommand();
  const goOn = () => goOnUnlessMissing(command, missing(answers.now), next);
  return (
    <Page title={title} back={back ?? '/'} step={step}>
      <Form command={command} onSubmit={goOn} button={<Trans>Lanjutkan</Trans>}>
        {children}
      </Form>
    </Page>
  );
}

function goOnUnlessMissing(command: Command, faults: FieldFault[], next: string): void {
  if (faults.length > 0) command.refuse(...faults);
  else navigate(next);
}

export const whenEmpty = (value: string | undefined, field: string, message: string): FieldFault[] =>
  value?.trim() ? [] : [{ field, message }];
