import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';

import { useCommand } from '../platform/command.ts';
import type { FieldFault } from '../platform/failures.ts';
import { navigate } from '../platform/router.tsx';
import type { Place } from '../platform/steps.ts';
import { takeCarriedFaults } from './carried-faults.ts';
import { Form } from './form.tsx';
import { Page } from './page.tsx';

interface StepFormProps {
  readonly title: string;
  readonly place: Place;
  /** Where "back" leads from the first page. */
  readonly home: string;
  /** What has to be filled in before the next page; the service judges the rest. */
  readonly missing: () => FieldFault[];
  readonly children: ReactNode;
}

/** A page that only asks: its answers are kept, and the next page comes. */
export function StepForm({ title, place, home, missing, children }: StepFormProps) {
  const command = useCommand();
  const { refuse } = command;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page before has left, once.
  useEffect(() => {
    const faults = takeCarriedFaults();
    if (faults.length > 0) refuse(...faults);
  }, []);
  const goOn = () => {
    const faults = missing();
    if (faults.length > 0) command.refuse(...faults);
    else navigate(place.next);
  };
  return (
    <Page title={title} back={place.back ?? home} step={place.step}>
      <Form command={command} onSubmit={goOn} button={<Trans>Lanjutkan</Trans>}>
        {children}
      </Form>
    </Page>
  );
}

export const whenEmpty = (value: string | undefined, field: string, message: string): FieldFault[] =>
  value?.trim() ? [] : [{ field, message }];
