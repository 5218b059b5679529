import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { useNow } from '../ui/clock';
import { Card, Facts } from '../ui/page';
import { useShortcut } from '../ui/shortcuts';
import { minutesLeft } from '../ui/time';
import { fieldWord } from './field-words';

interface RevealedValuesProps {
  readonly values: readonly { readonly field: string; readonly value: string }[];
  readonly expiresAt: string;
  readonly onGone: () => void;
}

export function RevealedValues({ values, expiresAt, onGone }: RevealedValuesProps) {
  const { t } = useLingui();
  const left = Date.parse(expiresAt) - useNow(1000);
  const gone = useRef(onGone);
  gone.current = onGone;
  const over = left <= 0;
  useEffect(() => {
    if (over) gone.current();
  }, [over]);
  useShortcut({ keys: 'escape', label: t`Sembunyikan`, scope: t`Lihat data`, run: onGone });
  const facts = values.map(
    ({ field, value }) =>
      [
        fieldWord(field),
        <strong key={field} className="number">
          {value}
        </strong>,
      ] as const,
  );
  return (
    <Card
      title={t`Data asli`}
      actions={
        <>
          <span className="number dim">{t`Hilang dalam ${minutesLeft(left)}`}</span>
          <Button onClick={onGone} shortcut="Esc">
            <Trans>Sembunyikan</Trans>
          </Button>
        </>
      }
    >
      {over ? null : <Facts facts={facts} />}
    </Card>
  );
}
