import { Trans } from '@lingui/react/macro';
import { type MouseEvent, useEffect, useRef } from 'react';

import type { Command } from '../platform/command.ts';
import { CaptchaStuck, type FieldFault, FieldsRefused, Offline, Trouble } from '../platform/failures.ts';
import { Link } from '../platform/router.tsx';
import { carryFaults } from './carried-faults.ts';
import { idOf } from './faults.ts';

const HERE: Elsewhere = { pages: {} };

interface SummaryProps {
  readonly command: Pick<Command, 'failure' | 'again' | 'faults' | 'unsure'>;
  readonly elsewhere?: Elsewhere;
}

/** Where faults lead whose field is on another page. */
export interface Elsewhere {
  readonly pages: Readonly<Record<string, string>>;
  readonly onLeave?: () => void;
}

/** What went wrong, why, and what to do next. It takes the focus each time something goes wrong. */
export function FailureSummary({ command, elsewhere = HERE }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const { failure } = command;
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);
  if (!failure) return null;
  return (
    <div ref={box} className="bad" role="alert" tabIndex={-1}>
      {failure instanceof FieldsRefused ? (
        <>
          <h2>
            {failure.tooOften ? (
              <Trans>Perlu menunggu sebentar</Trans>
            ) : (
              <Trans>Ada yang perlu diperbaiki</Trans>
            )}
          </h2>
          <Fields faults={failure.faults} elsewhere={elsewhere} />
          {failure.tooOften && command.unsure && <PerhapsDone />}
        </>
      ) : (
        <Failed failure={failure} again={command.again} />
      )}
    </div>
  );
}

interface FieldsProps {
  readonly faults: readonly FieldFault[];
  readonly elsewhere: Elsewhere;
}

function Fields({ faults, elsewhere: { pages, onLeave } }: FieldsProps) {
  const leaveFor = (at: string | undefined) => () => {
    carryFaults(faults.filter(({ field }) => pages[field] === at));
    onLeave?.();
  };
  return (
    <ul>
      {faults.map(({ field, message }) => (
        <li key={field}>
          <ToField {...{ field, message }} at={pages[field]} onLeave={leaveFor(pages[field])} />
        </li>
      ))}
    </ul>
  );
}

interface ToFieldProps extends FieldFault {
  readonly at: string | undefined;
  readonly onLeave: () => void;
}

function ToField({ field, at, message, onLeave }: ToFieldProps) {
  const here = document.getElementById(idOf(field));
  if (!here && at)
    return (
      <Link to={at} onClick={onLeave}>
        {message}
      </Link>
    );
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

/** It is too soon for another because the first one got through. */
function PerhapsDone() {
  return (
    <p>
      <Trans>
        Sambungan tadi terputus, jadi permintaan Anda yang pertama mungkin sudah sampai. Periksa dahulu pesan
        dari kami.
      </Trans>
    </p>
  );
}

function Failed({ failure, again }: { failure: Error; again: () => Promise<void> }) {
  const { reference, retryAfterS } = failure instanceof Trouble ? failure : ({} as Partial<Trouble>);
  return (
    <>
      <h2>
        <WhatFailed failure={failure} />
      </h2>
      {(failure instanceof Trouble || failure instanceof CaptchaStuck) && failure.message && (
        <p>{failure.message}</p>
      )}
      <p>
        <Trans>Isian Anda masih ada di halaman ini. Mencoba lagi aman.</Trans>{' '}
        {failure instanceof Offline && <Trans>Periksa sambungan internet, lalu tekan Coba lagi.</Trans>}
        {retryAfterS ? <Trans>Tunggu sekitar {retryAfterS} detik sebelum mencoba.</Trans> : null}{' '}
        {reference && <Trans>Bila berulang, sebut kode {reference} ke Bantuan.</Trans>}
      </p>
      <button type="button" onClick={() => void again()}>
        <Trans>Coba lagi</Trans>
      </button>
    </>
  );
}

function WhatFailed({ failure }: { failure: Error }) {
  if (failure instanceof Offline) return <Trans>Tidak ada sambungan</Trans>;
  if (failure instanceof CaptchaStuck) return <Trans>Pemeriksaan keamanan belum berhasil</Trans>;
  return <Trans>Terjadi gangguan di pihak kami</Trans>;
}
