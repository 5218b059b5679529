import { Trans } from '@lingui/react/macro';

/** Where a message hides, after every one that was sent. */
export function MessageHint({ channel }: { channel?: 'EMAIL' | 'WHATSAPP' }) {
  return (
    <>
      <p className="quiet">
        {channel === 'WHATSAPP' ? (
          <Trans>Periksa chat WhatsApp, sinyal, dan nomornya.</Trans>
        ) : channel === 'EMAIL' ? (
          <Trans>
            Periksa Kotak Masuk, <strong>Spam</strong>, dan <strong>Promosi</strong>.
          </Trans>
        ) : (
          <Trans>
            Periksa Kotak Masuk, <strong>Spam</strong>, dan <strong>Promosi</strong>, atau chat WhatsApp.
          </Trans>
        )}{' '}
        <Trans>Belum ada setelah 2 menit? Kirim ulang atau pakai kanal lain.</Trans>
      </p>
      <DevInbox />
    </>
  );
}

/** Production is https by its own settings, and has no such inbox. */
function DevInbox() {
  if (location.protocol === 'https:') return null;
  return (
    <p className="quiet">
      <a href="/dev/inbox" target="_blank" rel="noreferrer">
        <Trans>Buka kotak masuk pengembangan (email dan WhatsApp)</Trans>
      </a>
    </p>
  );
}
