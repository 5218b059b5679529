import { useLingui } from '@lingui/react/macro';

import { RadioField } from '../ui/choice-fields';
import { Key } from '../ui/key';
import { useShortcut } from '../ui/shortcuts';
import styles from './review.module.css';
import type { Reason } from './verdict-rules';

interface ReasonChoiceProps {
  readonly scope: string;
  readonly reasons: readonly Reason[];
  readonly chosen?: Reason;
  readonly onChoose: (reason: Reason) => void;
}

/** One digit a reason, as long as there are digits. */
const DIGITS = 9;

export function ReasonChoice({ scope, reasons, chosen, onChoose }: ReasonChoiceProps) {
  const { t } = useLingui();
  const choose = (code: string) => {
    const reason = reasons.find((one) => one.code === code);
    if (reason) onChoose(reason);
  };
  return (
    <>
      <RadioField
        label={t`Alasan`}
        value={chosen?.code ?? null}
        options={reasons.map(({ code, text }, index) => ({
          value: code,
          label: <Numbered place={index + 1} text={text} />,
        }))}
        onChange={choose}
      />
      {reasons.slice(0, DIGITS).map((reason, index) => (
        <Digit
          key={reason.code}
          digit={`${index + 1}`}
          label={reason.text}
          scope={scope}
          onPress={() => onChoose(reason)}
        />
      ))}
    </>
  );
}

const Numbered = ({ place, text }: { place: number; text: string }) => (
  <span className={styles.numbered}>
    {text}
    {place <= DIGITS && (
      <span aria-hidden="true">
        <Key>{`${place}`}</Key>
      </span>
    )}
  </span>
);

interface DigitProps {
  readonly digit: string;
  readonly label: string;
  readonly scope: string;
  readonly onPress: () => void;
}

/** Comes after the checklist, whose digits it takes over while the panel is open. */
function Digit({ digit, label, scope, onPress }: DigitProps) {
  useShortcut({ keys: digit, label, scope, run: onPress });
  return null;
}
