import { useLingui } from '@lingui/react/macro';

import { RadioField } from '../ui/choice-fields';
import { Key } from '../ui/key';
import { useShortcut } from '../ui/shortcuts';
import { Failed, Loading } from '../ui/states';
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

interface ReasonsAwaitedProps {
  readonly scope: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In their place until they come. A digit too early says so: it is no letter of a note, and ticks nothing behind the panel. */
export function ReasonsAwaited({ scope, error, onRetry }: ReasonsAwaitedProps) {
  const { t } = useLingui();
  const refusal = t`Alasan belum dimuat.`;
  return (
    <>
      {error ? <Failed error={error} onRetry={onRetry} /> : <Loading rows={6} />}
      {Array.from({ length: DIGITS }, (_, index) => `${index + 1}`).map((digit) => (
        <Digit key={digit} digit={digit} label={refusal} scope={scope} refusal={refusal} />
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
  readonly refusal?: string;
  readonly onPress?: () => void;
}

const nothing = (): void => undefined;

/** Comes after the checklist, whose digits it takes over while the panel is open. */
function Digit({ digit, label, scope, refusal, onPress = nothing }: DigitProps) {
  useShortcut({ keys: digit, label, scope, refusal, run: onPress });
  return null;
}
