import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';

import { keepPurpose, keptPurpose, takeIntent, useIntent } from '../../desk/lookup-intent';
import type { LookupKind, LookupPurpose } from '../../gql/graphql';
import { Card, Page } from '../../ui/page';
import { LookupForm } from './lookup-form';
import { LookupOutcome } from './lookup-outcome';
import { useLookup } from './use-lookup';

/** Exact lookup. A mutation with its input in the body: neither the address nor the history ever holds what was asked. */
export function AccountSearchPage() {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<LookupKind | null>(null);
  const [purpose, setPurpose] = useState<LookupPurpose | ''>(keptPurpose);
  const [note, setNote] = useState('');
  const lookup = useLookup();
  useTypedElsewhere((identifier) => {
    setTyped(identifier);
    const kept = keptPurpose();
    if (kept && kept !== 'OTHER') lookup.ask({ identifier, purpose: kept });
  });

  const title = t`Akun`;
  return (
    <Page title={title} section={title}>
      <Card>
        <LookupForm
          typed={typed}
          purpose={purpose}
          note={note}
          loading={lookup.loading}
          kind={kind}
          onKind={setKind}
          onTyped={(text) => {
            setTyped(text);
            // Another thing is being typed: what was said of the last one does not hold for it.
            if (!text.trim()) setKind(null);
          }}
          onNote={setNote}
          onPurpose={(chosen) => {
            setPurpose(chosen);
            keepPurpose(chosen);
          }}
          onSubmit={(chosen) =>
            lookup.ask({
              identifier: typed.trim(),
              purpose: chosen,
              kind,
              note: chosen === 'OTHER' ? note : undefined,
            })
          }
        />
      </Card>
      <LookupOutcome {...lookup} />
    </Page>
  );
}

/** What was typed into the top bar, once. */
function useTypedElsewhere(take: (identifier: string) => void): void {
  const intent = useIntent();
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const identifier = intent === null ? null : takeIntent();
    if (identifier !== null) latest.current(identifier);
  }, [intent]);
}
