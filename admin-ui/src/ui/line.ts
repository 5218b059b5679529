import { createContext } from 'react';

/** How the line to the server is, for the parts that depend on it; the shell says so. */
export interface Line {
  /** Why nothing can be sent now, as buttons say it; null while the server answers. */
  readonly silence: string | null;
  /** Lets go of what pages wait for. */
  readonly cancel?: () => void;
}

export const LineContext = createContext<Line>({ silence: null });
