import { Trans } from '@lingui/react/macro';
import type { ChangeEvent } from 'react';

/** Two native inputs: the camera of a phone, or a file. A label is the button, so that the input keeps its own behaviour. */
export function FilePicker({ onFile }: { onFile: (file: File) => void }) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    event.currentTarget.value = ''; // the same file may be chosen again
    if (file) onFile(file);
  };
  return (
    <>
      <label className="button main pick">
        <input type="file" accept="image/*" capture="environment" onChange={take} />
        <Trans>Ambil foto</Trans>
      </label>
      <label className="button pick">
        <input type="file" accept="image/jpeg,image/png,application/pdf" onChange={take} />
        <Trans>Pilih berkas</Trans>
      </label>
    </>
  );
}
