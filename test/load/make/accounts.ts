import { Account } from '../../../server/src/account/account.entity.js';
import { AccountBlock } from '../../../server/src/account/account-block.entity.js';
import { AccountStatus } from '../../../server/src/account/account-status.js';
import { ActorKind, BusinessScale, EntityKind, Sex } from '../../../server/src/account/business-actor.js';
import { BusinessEntity } from '../../../server/src/account/business-entity.entity.js';
import { Consent } from '../../../server/src/account/consent.entity.js';
import { Identifier } from '../../../server/src/account/identifier.entity.js';
import { IdentityLink } from '../../../server/src/account/identity-link.entity.js';
import { byOwner } from '../../../server/src/account/trail.js';
import { after, DAY_MS, MINUTE_MS } from '../../../server/src/platform/clock.js';
import { newId } from '../../../server/src/platform/ids.js';
import { MadeLetters } from './letters.js';
import type { Making } from './making.js';
import { drawn, type Person } from './people.js';
import { TableText, type Written } from './table-text.js';
import type { MadeEvents } from './trail.js';

/** Nobody logs in without having been somewhere: what each made account has besides its own row. */
export interface Made {
  readonly id: string;
  readonly person: Person;
  readonly createdAt: Date;
  readonly status: AccountStatus;
  readonly firm: boolean;
}

/** Accounts nobody activates are deleted after thirty days (UNACTIVATED_D). */
const YOUNG_D = 20;

export class AccountRows {
  readonly #tables;
  readonly #letters;

  constructor(
    private readonly making: Making,
    private readonly trail: MadeEvents,
    private readonly passwordHash: string,
  ) {
    const { shapes } = making;
    this.#tables = {
      accounts: new TableText(shapes, Account),
      identifiers: new TableText(shapes, Identifier),
      links: new TableText(shapes, IdentityLink),
      entities: new TableText(shapes, BusinessEntity),
      consents: new TableText(shapes, Consent),
      blocks: new TableText(shapes, AccountBlock),
    };
    this.#letters = new MadeLetters(making);
  }

  add(person: Person, createdAt: Date): Made {
    const young = after(createdAt, YOUNG_D * DAY_MS) > this.making.now;
    const made = {
      ...{ id: newId(createdAt), person, createdAt, status: statusOf(person.number, young) },
      firm: isFirm(person.number),
    };
    this.#account(made);
    this.#identity(made);
    this.#contacts(made);
    this.#consent(made);
    if (made.status !== AccountStatus.AWAITING_ACTIVATION) this.#welcome(made);
    if (made.status === AccountStatus.BLOCKED) this.#block(made);
    return made;
  }

  /** Accounts first: others refer to them. */
  take(): (Written | undefined)[] {
    return [...Object.values(this.#tables).map((table) => table.take()), ...this.#letters.take()];
  }

  #account({ id, person, createdAt, status, firm }: Made): void {
    const { personal } = this.making;
    const { number, fullName, female, birthDate, nik, place } = person;
    this.#tables.accounts.add({
      ...{ id, status, fullName, passwordHash: this.passwordHash, locale: 'id', createdAt },
      version: status === AccountStatus.AWAITING_ACTIVATION ? 1 : 2,
      scale: firm && drawn(number, 22) < 0.4 ? BusinessScale.NON_UMK : BusinessScale.UMK,
      actor: firm ? ActorKind.BUSINESS_ENTITY : ActorKind.INDIVIDUAL,
      position: firm ? 'Direktur' : null,
      sex: female ? Sex.FEMALE : Sex.MALE,
      birthDateSealed: personal.close(id, 'birthDate', birthDate),
      nikSealed: personal.close(id, 'nik', nik),
      // Ten shapes of the number, each with the date it would have been issued on.
      nib: drawn(number, 23) < 0.5 ? `${9_000_000_000_000 + number}` : null,
      street: `Jalan Contoh ${1 + (number % 400)}`,
      regionCode: place.code,
      regionName: place.name,
      regionListVersion: this.making.regionListVersion,
      postalCode: `${10_000 + (number % 80_000)}`,
      activatedAt: status === AccountStatus.AWAITING_ACTIVATION ? null : activatedAt(createdAt),
    });
  }

  #identity({ id: accountId, person, createdAt, firm }: Made): void {
    const { personal } = this.making;
    const blindIndex = personal.nikIndex(person.nik);
    const role = firm ? 'RESPONSIBLE_PERSON' : 'HOLDER';
    const holderKey = firm ? null : blindIndex;
    this.#tables.links.add({ id: newId(createdAt), accountId, role, blindIndex, holderKey });
    if (!firm) return;
    const npwp = `${1_000_000_000_000_000 + person.number}`;
    this.#tables.entities.add({
      ...{ accountId, kind: EntityKind.PT, name: `PT ${person.fullName} ${person.number}`, country: null },
      npwpSealed: personal.close(accountId, 'entityNpwp', npwp),
      registrationNumber: `AHU-${1_000_000 + (person.number % 8_999_999)}.AH.01.01.TAHUN2025`,
      entityKey: personal.entityKey({ npwp }),
    });
  }

  #contacts({ id: accountId, person, createdAt, status }: Made): void {
    const proven = status !== AccountStatus.AWAITING_ACTIVATION;
    const kinds = [
      ['USERNAME', person.username, true],
      ['EMAIL', person.email, proven],
      ['PHONE', person.phone, proven],
    ] as const;
    for (const [kind, value, owned] of kinds) {
      if (value === null) continue;
      const keys = { contactKey: value, identifierKey: owned ? value : null };
      const verifiedAt = owned ? createdAt : null;
      this.#tables.identifiers.add({
        ...{ id: newId(createdAt), accountId, kind, value, ...keys, verifiedAt, createdAt },
      });
    }
  }

  #consent({ id: accountId, person, createdAt }: Made): void {
    const source = sourceOf(person.number);
    const accepted = { textVersion: '2026-11', language: 'id', source, acceptedAt: createdAt };
    this.#tables.consents.add({ id: newId(createdAt), accountId, ...accepted });
    this.trail.record({ ...byOwner(accountId, { source }), event: 'ACCOUNT_CREATED', at: createdAt });
  }

  /** What an activation leaves behind: an event, and for a year the trace of a message. */
  #welcome({ id: accountId, person, createdAt }: Made): void {
    const at = activatedAt(createdAt);
    const by = byOwner(accountId, { source: sourceOf(person.number) });
    this.trail.record({ ...by, event: 'ACCOUNT_ACTIVATED', reasonCode: 'LINK', at });
    const to = { channel: 'EMAIL', to: person.email } as const;
    this.#letters.add({ kind: 'ACCOUNT_ACTIVATED', accountId, regionCode: person.place.code, ...to, at });
  }

  #block({ id: accountId, person, createdAt }: Made): void {
    const at = activatedAt(createdAt);
    const people = { proposedBy: 'made', endedBy: 'made', officeName: 'DPMPTSP Contoh' };
    this.#tables.blocks.add({
      ...{ id: newId(at), accountId, openFor: null, act: 'BLOCK', ...people },
      ...{ decisionNumber: `SK-${person.number}`, reason: 'Penyalahgunaan hak akses terbukti.' },
      ...{ proposedAt: at, expiresAt: after(at, DAY_MS), endedAt: at, endReason: 'APPLIED' },
    });
    const subject = { subjectKind: 'ACCOUNT', subjectId: accountId } as const;
    this.trail.record({ actorKind: 'SYSTEM', ...subject, event: 'ACCOUNT_BLOCKED', at });
  }
}

/** Seven in a hundred are companies; 93 % of new licences are micro businesses' (domain.md 6). */
export const isFirm = (number: number): boolean => drawn(number, 20) < 0.07;

/** What anybody may log in with who knows only the number: neither blocked nor among the youngest. */
export const isBlocked = (number: number): boolean => number % 200 === 7;

function statusOf(number: number, young: boolean): AccountStatus {
  if (young && drawn(number, 21) < 0.4) return AccountStatus.AWAITING_ACTIVATION;
  return isBlocked(number) ? AccountStatus.BLOCKED : AccountStatus.ACTIVE;
}

const activatedAt = (createdAt: Date): Date => after(createdAt, 5 * MINUTE_MS);

/** Documentation's own networks (RFC 5737), a few hundred people behind each address as in a village. */
export const sourceOf = (number: number): string =>
  `${['192.0.2', '198.51.100', '203.0.113'][number % 3]}.${number % 251}`;
