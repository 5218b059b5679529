import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

const LOOK_MS = 5 * 60_000;
/** The first script of a page: its name changes with what is in it. */
const SCRIPT = /src="([^"]*\/assets\/index-[^"]+\.js)"/;

async function scriptOfServer(): Promise<string | undefined> {
  const page = await fetch(import.meta.env.BASE_URL, { cache: 'no-cache', headers: { accept: 'text/html' } });
  return page.ok ? SCRIPT.exec(await page.text())?.[1] : undefined;
}

/** Says that the server has a newer console. Never reloads by itself: somebody may be in the middle of a sentence. */
export function NewVersionBanner() {
  const [newer, setNewer] = useState(false);
  useEffect(() => {
    const own = SCRIPT.exec(document.documentElement.outerHTML)?.[1];
    if (!own || newer) return undefined;
    const look = async () => {
      const theirs = await scriptOfServer().catch(() => undefined);
      if (theirs && theirs !== own) setNewer(true);
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [newer]);
  if (!newer) return null;
  return (
    <Notice
      tone="wait"
      role="status"
      title={<Trans>Versi baru konsol tersedia</Trans>}
      actions={
        <Button onClick={() => window.location.reload()}>
          <Trans>Muat ulang</Trans>
        </Button>
      }
    >
      <Trans>Muat ulang setelah selesai; isian yang belum dikirim tidak ikut.</Trans>
    </Notice>
  );
}
