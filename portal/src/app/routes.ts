import type { ComponentType } from 'react';

export type LoadPage = () => Promise<ComponentType>;

/** Each feature is one file to fetch, so that no step of a flow waits for the network to show the next. */
const registration: LoadPage = async () =>
  (await import('../features/registration/registration.page.tsx')).RegistrationPage;
const activation: LoadPage = async () =>
  (await import('../features/activation/activation.page.tsx')).ActivationPages;
const account: LoadPage = async () =>
  (await import('../features/my-account/my-account.page.tsx')).MyAccountPages;
const help: LoadPage = async () => (await import('../features/help/help.page.tsx')).HelpPages;
const notFound: LoadPage = async () => (await import('../features/help/not-found.page.tsx')).NotFoundPage;

const PAGES: Readonly<Record<string, LoadPage>> = {
  '/': async () => (await import('../features/start/start.page.tsx')).StartPage,
  '/bantuan': help,
  '/privasi': help,
  '/aksesibilitas': help,
  '/daftar': registration,
  '/aktivasi': activation,
  '/masuk': async () => (await import('../features/sign-in/sign-in.page.tsx')).SignInPage,
  '/keluar': async () => (await import('../features/sign-in/sign-out.page.tsx')).SignOutPage,
  '/akun': account,
  '/lupa-kata-sandi': async () =>
    (await import('../features/password-reset/reset-request.page.tsx')).ResetRequestPage,
  '/atur-ulang': async () =>
    (await import('../features/password-reset/new-password.page.tsx')).NewPasswordPage,
  '/lupa-akun': async () =>
    (await import('../features/forgotten-account/forgotten-account.page.tsx')).ForgottenAccountPage,
  '/email-tidak-aktif': async () =>
    (await import('../features/email-replacement/replacement.page.tsx')).ReplacementPage,
  '/status-permohonan': async () =>
    (await import('../features/email-replacement/status.page.tsx')).StatusPage,
  '/hentikan': async () => (await import('../features/email-replacement/stop.page.tsx')).StopPage,
  '/pulihkan-email': async () => (await import('../features/email-replacement/undo.page.tsx')).UndoPage,
  '/bukan-saya': async () => (await import('../features/not-me/not-me.page.tsx')).NotMePage,
  '/kembalikan-kontak': async () =>
    (await import('../features/contact-way-back/contact-way-back.page.tsx')).ContactWayBackPage,
};

/** By the first part of the path; what lies below it is the feature's own. */
export const pageAt = (path: string): LoadPage => PAGES[`/${path.split('/')[1] ?? ''}`] ?? notFound;
