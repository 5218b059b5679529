import { Account } from './account/account.entity.js';
import { AccountStatus } from './account/account-status.js';
import { ActorKind, BusinessScale, EntityKind, Sex } from './account/business-actor.js';
import { BusinessEntity } from './account/business-entity.entity.js';
import type { Contact } from './account/contact.js';
import { IdentityLink } from './account/identity-link.entity.js';
import type { House } from './compose.js';
import { loadDemoAgents } from './demo-agents.js';
import { loadDemoReplacements } from './demo-replacements.js';
import { newId } from './platform/ids.js';

export const DEMO_PASSWORD = 'Kopi-Tubruk-88-pagi';

const { ACTIVE, AWAITING_ACTIVATION, BLOCKED, CLOSED } = AccountStatus;
const STATES = [ACTIVE, ACTIVE, ACTIVE, AWAITING_ACTIVATION, BLOCKED, CLOSED];
const NAMES = [
  'Sutinah Contoh',
  'Wayan Contoh',
  'Siti Contoh Lestari',
  'Moh. Contoh',
  'Yohana Contoh',
  'Budi Contoh',
];
const HOW_MANY = 36;

/** A few dozen invented people and firms in every state, once, so that a newcomer has somebody to log in as. No message is sent. */
export async function loadDemo(house: House): Promise<void> {
  const { db, passwords } = house;
  await loadDemoAgents(house);
  if (await db.rows.existsBy(Account, {})) return;
  const passwordHash = await passwords.hash(DEMO_PASSWORD);
  for (let number = 0; number < HOW_MANY; number += 1) await addOne(house, number, passwordHash);
  await loadDemoReplacements(house);
}

async function addOne(house: House, number: number, passwordHash: string): Promise<void> {
  const { db, personal, now, identifiers, audit } = house;
  const id = newId(now());
  const firm = isFirm(number);
  const status = STATES[number % STATES.length] ?? ACTIVE;
  const nik = `3374${String((number % 16) + 1).padStart(2, '0')}120577${9950 + number}`;
  const blindIndex = personal.nikIndex(nik);
  const proven = status !== AWAITING_ACTIVATION;
  await db.transact(async (tx) => {
    await tx.insert(Account, {
      ...{ id, status, passwordHash, locale: 'id', createdAt: now(), activatedAt: null },
      ...personOf(number),
      birthDateSealed: personal.close(id, 'birthDate', '1977-05-12'),
      nikSealed: personal.close(id, 'nik', nik),
      regionListVersion: house.regions.version,
    });
    const link = { id: newId(now()), accountId: id, blindIndex, holderKey: firm ? null : blindIndex };
    await tx.insert(IdentityLink, { ...link, role: firm ? 'RESPONSIBLE_PERSON' : 'HOLDER' });
    await identifiers.addUsername(tx, id, `demo${String(number + 1).padStart(2, '0')}akun`);
    for (const contact of contactsOf(number)) await identifiers.addContact(tx, id, contact, proven);
    // After its contacts: younger ones would count as changed lately, and get no recovery.
    if (proven) await tx.update(Account, { id }, { activatedAt: now() });
    if (firm) await tx.insert(BusinessEntity, { accountId: id, ...firmOf(number) });
    const made = { event: 'ACCOUNT_CREATED', subjectKind: 'ACCOUNT', subjectId: id } as const;
    await audit.record(tx, { actorKind: 'SYSTEM', ...made });
  });
}

const isFirm = (number: number): boolean => number % 4 === 3;

const personOf = (number: number) => ({
  scale: isFirm(number) ? BusinessScale.NON_UMK : BusinessScale.UMK,
  actor: isFirm(number) ? ActorKind.BUSINESS_ENTITY : ActorKind.INDIVIDUAL,
  position: isFirm(number) ? 'Direktur' : null,
  fullName: NAMES[number % NAMES.length] ?? 'Contoh',
  sex: Sex.MALE,
  street: `Jalan Contoh ${number + 1}`,
  regionCode: '33.74',
  regionName: 'Kota Semarang, Jawa Tengah',
  postalCode: '50241',
});

function contactsOf(number: number): Contact[] {
  const email = `demo${number + 1}@example.com`;
  const mobile = `+62860990000${String(number).padStart(2, '0')}`;
  return [
    { channel: 'EMAIL', value: email, key: email },
    { channel: 'WHATSAPP', value: mobile, key: mobile },
  ];
}

const firmOf = (number: number) => ({
  kind: EntityKind.PT,
  name: `PT Contoh ${number + 1}`,
  registrationNumber: `AHU-99999${String(number).padStart(2, '0')}.AH.01.01.TAHUN2025`,
});
