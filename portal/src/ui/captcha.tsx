import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useCallback, useRef, useState } from 'react';

import { CaptchaChallengeDocument, type CaptchaPurpose } from '../gql/graphql.ts';
import { serverNow } from '../platform/clock.ts';
import { CaptchaStuck } from '../platform/failures.ts';
import { request } from '../platform/request.ts';

interface Solved {
  /** Null where none is asked for. */
  readonly answer: string | null;
  readonly until: number;
}

type State = 'idle' | 'checking' | 'done' | 'failed';

/** So that an answer does not expire on its way. */
const SPARE_MS = 15_000;
/** The shortest of the remote providers' answers live two minutes. */
const REMOTE_MS = 120_000;

export interface Captcha {
  readonly state: State;
  /** Begins in the background, so that it is done before anybody has finished typing. */
  readonly begin: () => void;
  /** An answer that is good for one request. Waits for the work if need be. */
  readonly take: () => Promise<string | null>;
}

/** The proof that this is no machine that asks a thousand times. By default no puzzle, nothing to see, nobody else involved. */
export function useCaptcha(purpose: CaptchaPurpose): Captcha {
  const [state, setState] = useState<State>('idle');
  const work = useRef<Promise<Solved>>(null);

  const solving = useCallback(() => {
    if (work.current !== null) return work.current;
    setState('checking');
    const begun = solve(purpose);
    work.current = begun;
    begun.then(
      () => setState('done'),
      () => {
        work.current = null;
        setState('failed');
      },
    );
    return begun;
  }, [purpose]);

  const take = useCallback(async () => {
    let solved = await solving();
    if (solved.until - SPARE_MS < serverNow()) {
      work.current = null;
      solved = await solving();
    }
    work.current = null; // whatever comes of it, it is used up
    setState('idle');
    return solved.answer;
  }, [solving]);

  return { state, begin: () => void solving().catch(() => undefined), take };
}

async function solve(purpose: CaptchaPurpose): Promise<Solved> {
  const { captchaChallenge } = await request(CaptchaChallengeDocument, { purpose });
  const { provider, siteKey, challenge, expiresAt } = captchaChallenge;
  const until = expiresAt ? Date.parse(expiresAt) : Number.POSITIVE_INFINITY;
  if (provider === 'off') return { answer: null, until };
  if (siteKey) {
    const { solveRemotely } = await import('./remote-captcha.ts');
    const answer = await solveRemotely(provider, { siteKey, purpose });
    return { answer, until: serverNow() + REMOTE_MS };
  }
  // `crypto.subtle` is missing where the page came over plain http.
  if (!challenge || !isSecureContext)
    throw new CaptchaStuck(
      t`Pemeriksaan keamanan tidak dapat berjalan di peramban ini. Buka halaman ini di Chrome atau Firefox.`,
    );
  const { solveAltcha } = await import('./captcha-solver.ts');
  return { answer: await solveAltcha(challenge), until };
}

/** What it is doing, in words. It takes the same room in every state, or the button below would slip away under the finger. */
export function CaptchaState({ captcha }: { captcha: Captcha }) {
  return (
    <>
      <div id="captcha-room" />
      <p className="quiet captcha" role="status">
        {captcha.state === 'idle' && <Trans>Pemeriksaan keamanan berjalan sendiri.</Trans>}
        {captcha.state === 'checking' && <Trans>Pemeriksaan keamanan: sedang berjalan…</Trans>}
        {captcha.state === 'done' && <Trans>Pemeriksaan keamanan: selesai.</Trans>}
        {captcha.state === 'failed' && (
          <>
            <Trans>Pemeriksaan keamanan: gagal.</Trans>{' '}
            <button type="button" className="plain" onClick={captcha.begin}>
              <Trans>Coba lagi</Trans>
            </button>
          </>
        )}
      </p>
    </>
  );
}
