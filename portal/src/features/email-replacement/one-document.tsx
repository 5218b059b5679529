import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';

import type { EvidenceKind } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { FailureSummary } from '../../ui/failure-summary.tsx';
import { FilePicker } from './file-picker.tsx';
import { type Ready, readyToSend } from './photo.ts';
import { Preview } from './preview.tsx';
import { upload } from './upload.ts';

interface OneDocumentProps {
  readonly kind: EvidenceKind;
  readonly token: string;
  readonly onStored: () => void;
}

/** Chosen, looked at, sent. After a cut it is sent again without being chosen again. */
export function OneDocument({ kind, token, onStored }: OneDocumentProps) {
  const { t } = useLingui();
  const command = useCommand();
  const [file, setFile] = useState<File>();
  const [turned, setTurned] = useState(0);
  const [ready, setReady] = useState<Ready>();
  const calledOff = useRef<AbortController>(undefined);
  const [percent, setPercent] = useState<number>();
  const choose = (chosen: File, by = 0) =>
    void command.run(async () => {
      setFile(chosen);
      setTurned(by);
      setReady(await readyToSend(chosen, by));
    });
  const send = async () => {
    if (!ready) return;
    setPercent(0);
    calledOff.current = new AbortController();
    const { signal } = calledOff.current;
    try {
      const stored = await upload({ token, kind, bytes: ready.bytes, onProgress: setPercent, signal });
      if (stored) onStored();
    } finally {
      setPercent(undefined);
    }
  };
  if (!ready || !file)
    return (
      <>
        <FailureSummary command={command} />
        <FilePicker onFile={choose} />
        <p role="status">{command.working && <Trans>Menyiapkan berkas…</Trans>}</p>
      </>
    );
  const said = percent === undefined ? t`Terbaca jelas? Unggah` : t`Mengunggah ${percent}%`;
  return (
    <>
      <FailureSummary command={command} />
      <Preview ready={ready} name={file.name} onTurn={() => choose(file, (turned + 90) % 360)} />
      <p role="status">{percent !== undefined && <Trans>Mengunggah…</Trans>}</p>
      <button
        type="button"
        className="main"
        aria-disabled={command.working}
        onClick={() => void command.run(send)}
      >
        {said}
      </button>
      {percent === undefined ? (
        <button type="button" aria-disabled={command.working} onClick={() => setReady(undefined)}>
          <Trans>Ganti berkas</Trans>
        </button>
      ) : (
        <button type="button" onClick={() => calledOff.current?.abort()}>
          <Trans>Batalkan unggahan</Trans>
        </button>
      )}
    </>
  );
}
