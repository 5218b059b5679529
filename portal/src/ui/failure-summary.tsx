import { Trans } from '@lingui/react/macro';
import { type MouseEvent, useEffect, useRef } from 'react';

import type { Command } from '../platform/command.ts';
import { type FieldFault, FieldsRefused, Offline, Trouble } from '../platform/failures.ts';
import { Link } from '../platform/router.tsx';
import { idOf } from './faults.ts';

interface SummaryProps {
  readonly command: Pick<Command, 'failure' | 'again' | 'faults'>;
  readonly elsewhere?: Readonly<Record<string, string>>;
}

/** What went wrong, why, and what to do next. It takes the focus each time something goes wrong. */
export function FailureSummary({ command, elsewhere = {} }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const { failure } = command;
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={box} className="bad" role="alert" tabIndex={-1}>
      {failure instanceof FieldsRefused ? (
        <Fields faults={failure.faults} elsewhere={elsewhere} />
      ) : (
        <Failed failure={failure} again={command.again} />
      )}
    </div>
  );
}

function Fields({ faults, elsewhere }: { faults: readonly FieldFault[]; elsewhere: Record<string, string> }) {
  return (
    <>
      <h2>
        <Trans>Ada yang perlu diperbaiki</Trans>
      </h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <ToField field={field} at={elsewhere[field]} message={message} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ToField({ field, at, message }: { field: string; at: string | undefined; message: string }) {
  const here = document.getElementById(idOf(field));
  if (!here && at) return <Link to={at}>{message}</Link>;
  if (!here && !field) return <>{message}</>;
  const focus = (event: MouseEvent) => {
    event.preventDefault(); // an address with `#…` is what link pages take for a secret
    document.getElementById(idOf(field))?.focus();
  };
  return (
    <a href={`#${idOf(field)}`} onClick={focus}>
      {message}
    </a>
  );
}

function Failed({ failure, again }: { failure: Error; again: () => Promise<void> }) {
  const reference = failure instanceof Trouble ? failure.reference : undefined;
  return (
    <>
      <h2>
        {failure instanceof Offline ? (
          <Trans>Tidak ada sambungan</Trans>
        ) : (
          <Trans>Terjadi gangguan di pihak kami</Trans>
        )}
      </h2>
      {failure instanceof Trouble && failure.message && <p>{failure.message}</p>}
      <p>
        <Trans>Isian Anda masih ada di halaman ini. Mencoba lagi aman.</Trans>{' '}
        {failure instanceof Offline && <Trans>Periksa sambungan internet, lalu tekan Coba lagi.</Trans>}
        {reference && <Trans>Bila berulang, sebut kode {reference} ke Bantuan.</Trans>}
      </p>
      <button type="button" onClick={() => void again()}>
        <Trans>Coba lagi</Trans>
      </button>
    </>
  );
}
