import type { House } from '../compose.js';

/** `+62` as the settings write it, `62` as numbers carry it. */
export const callingCodes = ({ config }: House): string[] =>
  config.SEND_COUNTRIES.map((code) => code.replace(/^\+/, ''));
