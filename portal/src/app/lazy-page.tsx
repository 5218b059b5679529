import { Trans } from '@lingui/react/macro';
import { type ComponentType, useEffect, useRef, useState } from 'react';

import { ShownPath } from '../platform/router.tsx';
import { Page } from '../ui/page.tsx';
import { type LoadPage, pageAt } from './routes.ts';

interface Loaded {
  readonly load: LoadPage;
  /** Null when it could not be fetched. */
  readonly Shown: ComponentType | null;
}

/** A page whose file is fetched when it is first needed, and can be asked for again where the network failed. */
export function LazyPage({ address }: { address: string }) {
  const load = pageAt(address);
  const [loaded, setLoaded] = useState<Loaded>();
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is what asks again.
  useEffect(() => {
    let wanted = true;
    load().then(
      (Shown) => wanted && setLoaded({ load, Shown }),
      () => wanted && setLoaded({ load, Shown: null }),
    );
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  // Within a feature nothing has to arrive; the former one stays, with the path it had, until the next is there.
  const former = useRef(address);
  const path = loaded?.load === load ? address : former.current;
  useEffect(() => {
    former.current = path;
  }, [path]);
  if (!loaded) return <div className="coming" />;
  if (!loaded.Shown) return <NotLoaded again={() => setTries(tries + 1)} />;
  return (
    <ShownPath value={path}>
      <loaded.Shown />
    </ShownPath>
  );
}

function NotLoaded({ again }: { again: () => void }) {
  return (
    <Page title="Akun OSS">
      <div className="bad" role="alert">
        <h2>
          <Trans>Tidak ada sambungan</Trans>
        </h2>
        <p>
          <Trans>Halaman ini belum dapat dimuat. Periksa sambungan internet, lalu tekan Coba lagi.</Trans>
        </p>
      </div>
      <button type="button" className="main" onClick={again}>
        <Trans>Coba lagi</Trans>
      </button>
    </Page>
  );
}
