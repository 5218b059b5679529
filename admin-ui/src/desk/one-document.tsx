import { Trans, useLingui } from '@lingui/react/macro';

import { Notice } from '../ui/notice';
import { Empty } from '../ui/states';
import { PdfDocument } from './pdf-document';
import { type Document, Picture } from './picture';
import { useSeen } from './use-seen';

interface OneDocumentProps {
  readonly document?: Document;
  readonly held: boolean;
  readonly onSeen: () => void;
  readonly whole: boolean;
  readonly onWhole: () => void;
}

/** Opening one is on record; the first opens by itself, once the case is one's own. */
export function OneDocument({ document, held, onSeen, whole, onWhole }: OneDocumentProps) {
  const { t } = useLingui();
  const picture = document?.contentType.startsWith('image/') === true;
  const note = useSeen(document, onSeen);
  if (!document) return <Empty title={<Trans>Belum ada dokumen</Trans>} />;
  if (!held)
    return (
      <Empty title={<Trans>Dokumen hanya untuk pemegang permohonan ini</Trans>}>
        <Trans>Ambil permohonan ini untuk membukanya.</Trans>
      </Empty>
    );
  if (document.held)
    return <Notice tone="warn" title={t`Berkas masih diperiksa pemindai. Coba lagi sebentar lagi.`} />;
  return picture ? (
    <Picture document={document} onShown={note} onAgain={onSeen} whole={whole} onWhole={onWhole} />
  ) : (
    <PdfDocument document={document} onOpened={note} onAgain={onSeen} />
  );
}
