import type { ReactNode } from 'react';

import type { FieldFault } from '../../platform/failures.ts';
import { StepForm } from '../../ui/step-form.tsx';
import { type Answers, answers } from './answers.ts';
import { usePlace } from './steps.ts';

interface StepPageProps {
  readonly title: string;
  readonly missing: (given: Answers) => FieldFault[];
  readonly children: ReactNode;
}

/** A page of this flow that only asks. */
export function StepPage({ title, missing, children }: StepPageProps) {
  return (
    <StepForm title={title} place={usePlace()} home="/" missing={() => missing(answers.now)}>
      {children}
    </StepForm>
  );
}
