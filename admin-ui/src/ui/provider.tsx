import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/Switch.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Menu.css';
import './tokens.css';
import './ground.css';

import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

import { AnnouncementProvider } from './announce';
import { speak } from './language';
import { usePreferences } from './preferences';
import { ShortcutProvider } from './shortcuts';
import { theme } from './theme';

/** Everything the parts of a page need around them. */
export function UiProvider({ children, env }: { children: ReactNode; env?: 'test' }) {
  const { language, scheme, density } = usePreferences();
  useEffect(() => void speak(language), [language]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        env={env}
        colorSchemeManager={noManager}
        defaultColorScheme="auto"
        forceColorScheme={scheme === 'auto' ? undefined : scheme}
        // Both would be inline styles; see adopt-theme.ts.
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <AnnouncementProvider>
          <ShortcutProvider>{children}</ShortcutProvider>
        </AnnouncementProvider>
      </MantineProvider>
    </I18nProvider>
  );
}

/** preferences.ts keeps the choice; Mantine need not keep a second one. */
const noManager = {
  get: () => 'auto' as const,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
