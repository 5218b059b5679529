import { usePath } from '../../platform/router.tsx';
import { AccessibilityPage } from './accessibility.page.tsx';
import { PrivacyPage } from './privacy.page.tsx';
import { TriagePage } from './triage.page.tsx';

export function HelpPages() {
  const path = usePath();
  if (path.startsWith('/privasi')) return <PrivacyPage />;
  if (path.startsWith('/aksesibilitas')) return <AccessibilityPage />;
  return <TriagePage />;
}
