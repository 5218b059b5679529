import { Button as MantineButton, UnstyledButton } from '@mantine/core';
import { type ReactNode, type Ref, useContext, useId } from 'react';

import styles from './button.module.css';
import { Key } from './key';
import { LineContext } from './line';

interface Common {
  readonly onClick?: () => void;
  /** Why it cannot be pressed now. A button with a reason stays reachable and says it. */
  readonly refusal?: string | null;
  readonly id?: string;
}

interface ButtonProps extends Common {
  readonly children: ReactNode;
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly loading?: boolean;
  readonly icon?: ReactNode;
  /** The key that does the same; shown on the button. */
  readonly shortcut?: string;
  readonly wide?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  /** Has the focus when its dialog opens. */
  readonly first?: boolean;
}

const VARIANT = { main: 'filled', plain: 'default', quiet: 'subtle', danger: 'outline' } as const;

/** Buttons that do something say so while nothing can be sent; the others lead about what is already here. */
const SENDS: ReadonlySet<ButtonProps['kind']> = new Set(['main', 'danger']);

export function Button({
  children,
  kind = 'plain',
  refusal: ownRefusal,
  shortcut,
  icon,
  wide,
  first,
  ...rest
}: ButtonProps) {
  const reason = useId();
  const { silence } = useContext(LineContext);
  const refusal = ownRefusal || (SENDS.has(kind) ? silence : null);
  const refused = refusal && {
    ...{ 'aria-disabled': true, 'aria-describedby': reason },
    ...{ type: 'button' as const, onClick: undefined },
  };
  return (
    <>
      <MantineButton
        type="button"
        size="sm"
        variant={VARIANT[kind]}
        color={kind === 'danger' ? 'red.8' : undefined}
        leftSection={icon && <Picture>{icon}</Picture>}
        rightSection={shortcut && <Key>{shortcut}</Key>}
        aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
        fullWidth={wide}
        classNames={{ root: styles.button, label: styles.label, section: styles.section }}
        data-kind={kind}
        data-autofocus={first}
        {...rest}
        {...refused}
      >
        {children}
      </MantineButton>
      {refusal && (
        <span id={reason} className={styles.refusal}>
          {refusal}
        </span>
      )}
    </>
  );
}

/** Beside words it says nothing more. */
const Picture = ({ children }: { children: ReactNode }) => (
  <span className={styles.picture} aria-hidden="true">
    {children}
  </span>
);

interface IconButtonProps extends Common {
  readonly label: string;
  readonly children: ReactNode;
  readonly pressed?: boolean;
  /** The key that does the same; said under a resting pointer. */
  readonly shortcut?: string;
}

/** A picture with a name for those who do not see it. */
export function IconButton({ label, children, pressed, shortcut, onClick, refusal, id }: IconButtonProps) {
  return (
    <UnstyledButton
      id={id}
      className={styles.icon}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      aria-disabled={refusal ? true : undefined}
      title={refusal ?? (shortcut ? `${label} (${shortcut})` : label)}
      onClick={refusal ? undefined : onClick}
    >
      <Picture>{children}</Picture>
    </UnstyledButton>
  );
}
