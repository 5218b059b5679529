import type { ReactNode } from 'react';
import { noteSessionOver, useSessionOver } from '../desk/ending';
import { useViewer } from '../desk/viewer';
import { SignInAgain } from '../features/sign-in/sign-in-again';
import styles from './shell.module.css';

/**
 * When the session is over: hides the page without taking it down, so that what was being typed is there again once the same
 * person has signed in, and nobody who passes by the desk reads it meanwhile.
 */
export function SessionCover({ children }: { children: ReactNode }) {
  const over = useSessionOver();
  const { id, username } = useViewer();
  return (
    <>
      {over && (
        <div className={styles.cover}>
          <SignInAgain agentId={id} username={username} onBack={() => noteSessionOver(false)} />
        </div>
      )}
      <div className={styles.behind} data-covered={over} inert={over}>
        {children}
      </div>
    </>
  );
}
