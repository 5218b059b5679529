import { t } from '@lingui/core/macro';

import { CaptchaStuck } from '../platform/failures.ts';
import { languageNow } from '../platform/language.tsx';

/** Where `CaptchaState` leaves room for what a provider shows. */
const CAPTCHA_ROOM = 'captcha-room';

interface Asked {
  readonly siteKey: string;
  /** Signed by the providers that can, so that an answer is good for this purpose alone. */
  readonly purpose: string;
}

interface Rendered {
  readonly sitekey: string;
  readonly action: string;
  readonly hl: string;
  readonly language: string;
  readonly callback: (answer: string) => void;
  readonly 'error-callback': () => void;
}

interface Widget {
  readonly render: (room: HTMLElement, options: Rendered) => unknown;
}

interface Scored {
  readonly ready: (run: () => void) => void;
  readonly execute: (siteKey: string, asked: { action: string }) => Promise<string>;
}

const SCRIPTS: Readonly<Record<string, (siteKey: string) => string>> = {
  turnstile: () => 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
  hcaptcha: () => 'https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off',
  recaptcha: (siteKey) => `https://www.google.com/recaptcha/api.js?render=${encodeURIComponent(siteKey)}`,
};

/** What the operator's provider answers for this person; it may show them something to do. Throws where it cannot be reached. */
export async function solveRemotely(provider: string, asked: Asked): Promise<string> {
  try {
    const script = SCRIPTS[provider]?.(asked.siteKey) ?? '';
    await loaded(script);
    const offered = (globalThis as unknown as Record<string, unknown>)[
      provider === 'recaptcha' ? 'grecaptcha' : provider
    ];
    return await (provider === 'recaptcha'
      ? scored(offered as Scored, asked)
      : shown(offered as Widget, asked));
  } catch {
    throw new CaptchaStuck(
      t`Pemeriksaan keamanan dari ${provider} tidak dapat dimuat. Mungkin jaringan ini memblokirnya; coba lagi, atau pakai jaringan lain.`,
    );
  }
}

const scripts = new Map<string, Promise<void>>();

function loaded(address: string): Promise<void> {
  const known = scripts.get(address);
  if (known !== undefined) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('The script of the provider did not come.'));
    document.head.append(script);
  });
  scripts.set(address, loading);
  loading.catch(() => scripts.delete(address));
  return loading;
}

/** A widget of its own for each answer: an answer is good once. */
function shown(widget: Widget, { siteKey, purpose }: Asked): Promise<string> {
  const room = document.getElementById(CAPTCHA_ROOM);
  if (!room) return Promise.reject(new Error('The page has no room for a captcha.'));
  const place = document.createElement('div');
  room.replaceChildren(place);
  const language = languageNow();
  const answered = new Promise<string>((resolve, reject) => {
    widget.render(place, {
      ...{ sitekey: siteKey, action: purpose, hl: language, language },
      callback: resolve,
      'error-callback': () => reject(new Error('The provider gave up.')),
    });
  });
  return answered.finally(() => place.remove());
}

const scored = (captcha: Scored, { siteKey, purpose }: Asked): Promise<string> =>
  new Promise((resolve, reject) => {
    captcha.ready(() => captcha.execute(siteKey, { action: purpose }).then(resolve, reject));
  });
