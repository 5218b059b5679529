import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';

import { ProofProvider, useProof } from '../desk/proof';
import { type Viewer, ViewerContext } from '../desk/viewer';
import { type Crumb, CrumbContext } from '../ui/page';
import { ShortcutSheet } from '../ui/shortcut-sheet';
import { ZoneContext } from '../ui/time';
import { OfflineBanner } from './banners';
import { LineProvider } from './line-provider';
import { NewVersionBanner } from './new-version';
import { Rail } from './rail';
import { SessionCover } from './session-cover';
import { SessionWarning } from './session-warning';
import styles from './shell.module.css';
import { TopBar } from './top-bar';
import { UndoKey } from './undo-key';

/** What stays around every page of somebody who is signed in. */
export function Shell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const [crumb, setCrumb] = useState<Crumb | null>(null);
  return (
    <ViewerContext value={viewer}>
      <ZoneContext value={viewer.office.zone}>
        <ProofProvider>
          <LineProvider>
            <SessionCover>
              <a className={styles.skip} href="#isi">
                <Trans>Langsung ke isi</Trans>
              </a>
              <div className={styles.shell}>
                <Rail />
                <div className={styles.column}>
                  <TopBar crumb={crumb} />
                  <ProofPlace />
                  <main id="isi" className={styles.main} tabIndex={-1}>
                    <OfflineBanner />
                    <NewVersionBanner />
                    <CrumbContext value={setCrumb}>{children}</CrumbContext>
                  </main>
                </div>
              </div>
              <UndoKey />
              <SessionWarning />
              <ShortcutSheet />
            </SessionCover>
          </LineProvider>
        </ProofProvider>
      </ZoneContext>
    </ViewerContext>
  );
}

const ProofPlace = () => useProof().panel;
