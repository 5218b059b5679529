import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { useReasonsAtHand } from '../../desk/use-reasons';
import type { SpotOutcomeFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import { Empty, Failed } from '../../ui/states';
import { CheckIdentity } from './check-identity';
import { Compared } from './compared';
import { OneCheck } from './one-check';
import { useSpotCheck } from './use-spot-check';

const SECOND_MS = 1000;

/** A decided case once more, by somebody who does not know what was decided. */
export function SpotCheckPage() {
  const { t } = useLingui();
  const { check, nothing, lost, take, refresh, done, release, taking, error } = useSpotCheck();
  const [made, setMade] = useState<SpotOutcomeFieldsFragment | null>(null);
  useReasonsAtHand();
  const next = () => {
    setMade(null);
    void take();
  };
  const recorded = (outcome: SpotOutcomeFieldsFragment) => {
    setMade(outcome);
    done();
  };
  const title = t`Periksa ulang`;
  return (
    <Page
      title={title}
      section={title}
      fits
      aside={check && <CheckIdentity check={check} />}
      actions={
        <>
          {check && (
            <Button onClick={() => void release(check.id)}>
              <Trans>Lepaskan</Trans>
            </Button>
          )}
          <TakeNext heldUntil={check?.takenUntil} taking={taking} onTake={next} />
        </>
      }
    >
      {lost && (
        <Notice tone="warn" role="alert" title={t`Waktu untuk periksa ulang sebelumnya habis.`}>
          <Trans>Rekan lain dapat mengambilnya; yang Anda isi tidak dicatat.</Trans>
        </Notice>
      )}
      {error !== undefined && <Failed error={error} onRetry={next} />}
      {made && <Compared made={made} />}
      {check && (
        <OneCheck
          key={check.id}
          check={check}
          onRefresh={() => void refresh(check.id)}
          onRecorded={recorded}
        />
      )}
      {!check && !made && <Nothing words={nothing} />}
    </Page>
  );
}

interface TakeNextProps {
  readonly heldUntil?: string;
  readonly taking: boolean;
  readonly onTake: () => void;
}

/** One at a time: until its time is over, the next one would be the same one again. */
function TakeNext({ heldUntil, taking, onTake }: TakeNextProps) {
  const { t } = useLingui();
  const at = useNow(SECOND_MS);
  const held = heldUntil !== undefined && Date.parse(heldUntil) > at;
  const refusal = held ? t`Catat hasilnya, atau lepaskan dahulu.` : null;
  const label = t`Ambil berikutnya`;
  const take = () => !taking && onTake();
  useShortcut({ keys: 'n', label, scope: t`Periksa ulang`, refusal, run: take });
  return held ? null : (
    <Button kind="main" shortcut="N" loading={taking} onClick={onTake}>
      {label}
    </Button>
  );
}

function Nothing({ words }: { words: string | null }) {
  return (
    <Empty title={words ?? <Trans>Belum ada yang diambil.</Trans>}>
      <Trans>
        Sebagian keputusan yang dibuat satu orang diundi dan diperiksa sekali lagi oleh rekan yang belum
        melihatnya. Hasilnya tidak mengubah permohonan.
      </Trans>
    </Empty>
  );
}
