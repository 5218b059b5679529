import type { Mail } from '../../kit/read-mail.js';
import type { SmtpInbox } from '../../kit/smtp-inbox.js';
import { isBlocked } from '../make/accounts.js';
import { type Places, personAt, usernameOf } from '../make/people.js';

/** Who lives in the country that the morning is played in: the made accounts, and the mailboxes of those to come. */
export class Town {
  readonly #waiting = new Map<string, (mail: Mail) => void>();
  #newcomers = 0;

  constructor(
    inbox: SmtpInbox,
    private readonly accounts: number,
    private readonly places: Places,
  ) {
    inbox.onMessage = (mail) => {
      inbox.messages.length = 0; // kept here if anybody waits, and forgotten otherwise
      const [to = ''] = mail.recipients;
      this.#waiting.get(to)?.(mail);
    };
  }

  /** Somebody who can log in: not blocked, and not among the youngest, who may not have activated. */
  resident(): number {
    for (;;) {
      const number = Math.floor(Math.random() * this.accounts * 0.95);
      if (!isBlocked(number)) return number;
    }
  }

  usernameOf(number: number): string {
    return usernameOf(number);
  }

  nikOf(number: number): string {
    return personAt(number, this.places).nik;
  }

  /** Somebody nobody has seen before. */
  newcomer(): { email: string; nik: string } {
    this.#newcomers += 1;
    const email = `pendatang.${process.pid}.${this.#newcomers}@example.com`;
    const digits = (value: number, length: number) => `${value}`.padStart(length, '0');
    const day = Math.floor(Math.random() * 28) + 1;
    const region = `3171${digits(1 + (this.#newcomers % 89), 2)}`;
    const born = `${digits(day, 2)}${digits(1 + (Math.floor(this.#newcomers / 89) % 12), 2)}${digits(process.pid % 50, 2)}`;
    return { email, nik: `${region}${born}${9900 + (Math.floor(this.#newcomers / 1068) % 100)}` };
  }

  /** The next message to this address, told from now on; rejects after a while, as people do. */
  message(to: string, patienceMs = 15_000): Promise<Mail> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(to);
        reject(new Error(`No message came to ${to}.`));
      }, patienceMs);
      this.#waiting.set(to, (mail) => {
        clearTimeout(late);
        this.#waiting.delete(to);
        resolve(mail);
      });
    });
  }
}

/** A source of one's own for each person, as the trusted proxy of the load names it: budgets count as in life. */
export const somewhere = (): string =>
  `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 254) + 1).join('.')}`;
