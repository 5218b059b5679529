import { useLingui } from '@lingui/react/macro';

import { RadioField, SwitchField } from '../../ui/choice-fields';
import { Card, Page } from '../../ui/page';
import { prefer, usePreferences } from '../../ui/preferences';

/** What this browser remembers for whoever sits at it; nothing of it says who that is. */
export function SettingsPage() {
  const { t } = useLingui();
  const { language, scheme, density, shortcuts, railPinned } = usePreferences();
  const title = t`Pengaturan`;
  return (
    <Page title={title} section={title} narrow>
      <Card title={t`Bahasa`}>
        <RadioField
          label={t`Bahasa konsol`}
          value={language}
          options={[
            { value: 'id', label: 'Bahasa Indonesia' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(chosen) => prefer({ language: chosen })}
        />
      </Card>
      <Card title={t`Tampilan`}>
        <RadioField
          label={t`Tema`}
          value={scheme}
          options={[
            { value: 'auto', label: t`Ikuti komputer ini` },
            { value: 'light', label: t`Terang` },
            { value: 'dark', label: t`Gelap` },
          ]}
          onChange={(chosen) => prefer({ scheme: chosen })}
        />
        <RadioField
          label={t`Baris tabel`}
          value={density}
          options={[
            { value: 'rapat', label: t`Rapat`, note: t`Lebih banyak baris dalam satu layar.` },
            { value: 'lega', label: t`Lega`, note: t`Lebih mudah ditunjuk.` },
          ]}
          onChange={(chosen) => prefer({ density: chosen })}
        />
        <SwitchField
          label={t`Tampilkan nama menu`}
          checked={railPinned}
          onChange={(chosen) => prefer({ railPinned: chosen })}
        />
      </Card>
      <Card title={t`Papan tik`}>
        <SwitchField
          label={t`Pintasan papan tik`}
          hint={t`Tidak pernah aktif saat mengetik. Tekan ? untuk daftarnya.`}
          checked={shortcuts}
          onChange={(chosen) => prefer({ shortcuts: chosen })}
        />
      </Card>
    </Page>
  );
}
