import { useLingui } from '@lingui/react/macro';

import type { ChecklistFieldsFragment } from '../gql/graphql';
import { Tick } from '../ui/choice-fields';
import { Key } from '../ui/key';
import { useShortcut } from '../ui/shortcuts';
import { Block } from './block';
import styles from './review.module.css';

type Item = ChecklistFieldsFragment;

interface ChecklistProps {
  readonly items: readonly Item[];
  readonly ticked: readonly string[];
  readonly onTick: (code: string) => void;
}

/** What the system proved is ticked with it; the rest a person has looked at, and says so. */
export function Checklist({ items, ticked, onTick }: ChecklistProps) {
  const { t } = useLingui();
  const [proven, byHand] = [
    items.filter(({ automatic }) => automatic),
    items.filter((one) => !one.automatic),
  ];
  return (
    <Block title={t`Daftar periksa`}>
      <ul className={styles.plain}>
        {proven.map(({ code, text, done }) => (
          <li key={code}>
            <span aria-hidden="true">{done ? '✓' : '○'} </span>
            <span className="unseen">{done ? t`Terbukti:` : t`Belum terbukti:`} </span>
            {text} <span className="dim">{t`(sistem)`}</span>
          </li>
        ))}
        {byHand.map((item, index) => (
          <HandItem
            key={item.code}
            item={item}
            position={`${index + 1}`}
            checked={ticked.includes(item.code)}
            onTick={onTick}
          />
        ))}
      </ul>
    </Block>
  );
}

interface HandItemProps {
  readonly item: Item;
  readonly position: string;
  readonly checked: boolean;
  readonly onTick: (code: string) => void;
}

function HandItem({ item: { code, text }, position, checked, onTick }: HandItemProps) {
  const { t } = useLingui();
  const tick = () => onTick(code);
  useShortcut({ keys: position, label: text, scope: t`Daftar periksa`, run: tick });
  return (
    <li className={styles.hand}>
      <Tick label={text} checked={checked} onChange={tick} />
      <Key>{position}</Key>
    </li>
  );
}
