import { GraphQLError } from 'graphql';

import type { Context } from '../platform/graphql/context.js';
import type { AgentSessionEnd } from './agent-session.entity.js';
import type { SessionChecked, SignedInAgent } from './agent-sessions.js';

/** What resolvers of the helpdesk schema know of a request. */
export interface HelpdeskContext extends Context {
  /** Looked up at the first call and kept for the request. */
  readonly session: () => Promise<SessionChecked>;
  /** The page polls: no use of the session (R65). */
  readonly background: boolean;
  /** Puts a token into the browser's cookie. */
  readonly handOver: (token: string) => void;
  /** Takes it out again. */
  readonly forget: () => void;
}

const WORDS: Readonly<Record<AgentSessionEnd | 'NONE', { id: string; en: string }>> = {
  NONE: { id: 'Silakan masuk lebih dahulu.', en: 'Please sign in first.' },
  IDLE: {
    id: 'Sesi berakhir karena lama tidak dipakai. Silakan masuk kembali.',
    en: 'The session ended because it was not used for a while. Please sign in again.',
  },
  EXPIRED: {
    id: 'Sesi mencapai batas waktunya. Silakan masuk kembali.',
    en: 'The session reached its longest time. Please sign in again.',
  },
  LOGOUT: { id: 'Anda sudah keluar. Silakan masuk kembali.', en: 'You signed out. Please sign in again.' },
  ENDED: {
    id: 'Sesi ini diakhiri dari tempat lain. Silakan masuk kembali.',
    en: 'This session was ended from elsewhere. Please sign in again.',
  },
  TOO_MANY: {
    id: 'Sesi ini diakhiri karena Anda masuk di tempat lain. Silakan masuk kembali.',
    en: 'This session ended because you signed in elsewhere. Please sign in again.',
  },
  CHANGED: {
    id: 'Peran, kantor atau cara masuk Anda berubah. Silakan masuk kembali.',
    en: 'Your role, office or way of signing in has changed. Please sign in again.',
  },
  DISABLED: {
    id: 'Akun petugas ini tidak aktif lagi. Hubungi administrator kantor Anda.',
    en: 'This agent account is no longer active. Ask your administrator.',
  },
};

/** The agent of the request; throws `UNAUTHENTICATED` with the reason where there is none. */
export async function whoIsOnDuty(context: HelpdeskContext): Promise<SignedInAgent> {
  const checked = await context.session();
  if (checked && !('over' in checked)) return checked;
  const reason = checked?.over ?? 'NONE';
  throw new GraphQLError(WORDS[reason][context.language], {
    extensions: { code: 'UNAUTHENTICATED', reason },
  });
}
