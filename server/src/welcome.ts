import type { Config } from './config.js';
import { DEMO_PASSWORD } from './demo.js';
import { DEMO_AGENT_PASSWORD } from './demo-agents.js';

/** What a newcomer at the terminal needs to go on. Development only. */
export function welcome({ publicBaseUrl, MAIL_URL, WHATSAPP_TOKEN, databaseUrl }: Config): string {
  const inbox =
    MAIL_URL && WHATSAPP_TOKEN ? '(unused: real providers are set)' : `${publicBaseUrl}/dev/inbox`;
  return `
  Akun OSS is running.

    Portal             ${publicBaseUrl}/
    API                ${publicBaseUrl}/graphql             (POST)
    GraphiQL           ${publicBaseUrl}/graphiql/
    Helpdesk GraphiQL  ${publicBaseUrl}/graphiql/helpdesk
    Development inbox  ${inbox}
    Demo accounts      demo01akun … demo36akun, password ${DEMO_PASSWORD}
    Demo agents        petugas, pemeriksa, pengawas, admin, auditor, password ${DEMO_AGENT_PASSWORD}
                       their codes of this moment: npm run demo:totp
    Database           ${databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : 'MariaDB/MySQL'}

  Press Daftar in the portal and read the code in the inbox. Ctrl-C stops.
`;
}
