import './ui/tokens.css';
import './ui/style.css';
import './ui/forms.css';
import './ui/documents.css';

import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { firstLanguage, speak } from './platform/language.tsx';
import { takeLinkToken } from './platform/link-token.ts';

takeLinkToken();

void speak(firstLanguage()).then(() =>
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <App />
      </I18nProvider>
    </StrictMode>,
  ),
);
