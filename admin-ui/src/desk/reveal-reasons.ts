import { useLingui } from '@lingui/react/macro';

/** The choice that wants words of one's own. */
export const OTHER = 'lainnya';
export const SHORTEST_NOTE = 10;

/** The reason goes into the trail as it stands here, in Indonesian, whatever language the page is in: the trail is read by others. */
export function useReasons() {
  const { t } = useLingui();
  return [
    { value: 'cocokkan dengan pemohon', label: t`Cocokkan dengan pemohon` },
    { value: 'verifikasi dokumen', label: t`Verifikasi dokumen` },
    { value: 'perintah pengawas', label: t`Perintah pengawas` },
    { value: OTHER, label: t`Lainnya` },
  ];
}
