import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { ProofPanel } from '../../desk/proof-panel';
import { ViewerContext } from '../../desk/viewer';
import { ConfirmPanel } from '../../ui/confirm-panel';
import { Dialog } from '../../ui/dialog';
import { Page } from '../../ui/page';
import { Controls } from './controls';
import { Lists } from './lists';
import { RINA } from './samples';
import { States } from './states';

/** Every part in every state, for eyes and for axe. Development only, so its words are in one language. */
export function GalleryPage() {
  const { buka } = useSearch({ from: '/__galeri' });
  const [panel, setPanel] = useState(true);
  return (
    <ViewerContext value={RINA}>
      <main style={{ padding: 20 }}>
        <Page title="Galeri" section="Galeri">
          <Controls />
          <States />
          <Lists />
          <ProofPanel why="Melihat data memerlukan kode autentikator baru." onDone={() => undefined} />
          {panel && (
            <ConfirmPanel
              title="Blokir akun"
              confirm="Blokir akun"
              danger
              refusal="Isi nomor keputusan dan alasan."
              onConfirm={() => undefined}
              onCancel={() => setPanel(false)}
            >
              <p>Perlu dua orang.</p>
            </ConfirmPanel>
          )}
        </Page>
      </main>
      {buka === 'dialog' && (
        <Dialog title="Kirim ulang aktivasi" onClose={() => undefined}>
          <p>Pesan baru membatalkan yang lama.</p>
        </Dialog>
      )}
    </ViewerContext>
  );
}
