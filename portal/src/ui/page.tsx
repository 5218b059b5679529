import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

import { Link } from '../platform/router.tsx';

interface PageProps {
  /** The question this page asks, or what it says. */
  readonly title: string;
  /** Where "back" leads; the browser's own button works as well. */
  readonly back?: string;
  /** `[5, 9]`: step five of nine. */
  readonly step?: readonly [number, number];
  readonly children: ReactNode;
}

let opened = false;

/** One thing on a page. Its heading takes the focus when it replaces another, so that a screen reader begins there. */
export function Page({ title, back, step, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Akun OSS`;
  }, [title]);
  useEffect(() => {
    // The browser itself reads out what was opened first.
    if (opened) heading.current?.focus({ preventScroll: true });
    opened = true;
  }, []);
  return (
    <>
      {(back || step) && <Way back={back} step={step} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}

function Way({ back, step }: Pick<PageProps, 'back' | 'step'>) {
  const { t } = useLingui();
  const [at, of] = step ?? [];
  return (
    <nav className="way" aria-label={t`Langkah`}>
      {back ? (
        <Link to={back}>
          <span aria-hidden="true">{'‹\u00a0'}</span>
          <Trans>Kembali</Trans>
        </Link>
      ) : (
        <span />
      )}
      {step && (
        <span className="quiet">
          <Trans>
            Langkah {at} dari {of}
          </Trans>
        </span>
      )}
    </nav>
  );
}
