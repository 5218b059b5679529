import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const { messages } = await import('./locales/id.po');
i18n.loadAndActivate({ locale: 'id', messages });

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <h1>
        <Trans>Konsol Akun OSS</Trans>
      </h1>
    </I18nProvider>
  </StrictMode>,
);
