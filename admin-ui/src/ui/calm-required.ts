import { type ReactNode, useState } from 'react';

interface Asked {
  readonly required?: boolean;
  readonly error?: ReactNode;
}

/**
 * A browser holds a required field for wrong while it is empty, and readers say so as soon as they come by. Until somebody
 * tried to send it, it is only empty. `part` is where the field is in Mantine's own names.
 */
export function useCalmRequired({ required, error }: Asked, part = 'input') {
  const [missed, setMissed] = useState(false);
  const calm = required && !missed && !error;
  return {
    onInvalid: () => setMissed(true),
    attributes: calm ? { [part]: { 'aria-invalid': false } } : undefined,
  };
}
