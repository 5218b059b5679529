import { Trans, useLingui } from '@lingui/react/macro';

import { Card, Facts, Page } from '../../ui/page';
import { glossary } from './glossary';
import { KeyTable } from './key-table';

export function HelpPage() {
  const { t } = useLingui();
  const title = t`Bantuan`;
  return (
    <Page title={title} section={title} narrow>
      <Card title={t`Pintasan papan tik`}>
        <p className="dim">
          <Trans>
            Tidak pernah aktif saat mengetik atau saat Ctrl, Alt, atau Meta ditekan. Semua tindakan juga punya
            tombol.
          </Trans>
        </p>
        <KeyTable />
      </Card>
      <Card title={t`Istilah`}>
        <Facts facts={glossary()} />
      </Card>
      <Card title={t`Pernyataan aksesibilitas`}>
        <p>
          <Trans>
            Konsol ini dibuat menurut WCAG 2.2 tingkat AA: dapat dipakai dengan papan tik saja, dengan pembaca
            layar, pada pembesaran 200 %, dan pada layar selebar 320 piksel. Setiap perubahan diuji otomatis
            terhadapnya. Hambatan apa pun adalah kesalahan kami: laporkan kepada admin kantor Anda dengan nama
            halaman dan apa yang terjadi.
          </Trans>
        </p>
      </Card>
    </Page>
  );
}
