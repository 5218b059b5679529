import type { Connection } from 'mysql2/promise';

export interface Filled {
  /** Of some accounts that the demo agent's office serves. */
  readonly usernames: string[];
  readonly ids: string[];
}

/** One account in fifty is served by the demo agent's office (Kota Semarang, 33.74). */
const REGION =
  "IF(seq MOD 50 = 0, '33.74.01.1001', CONCAT(11 + seq MOD 60, '.', LPAD(1 + seq MOD 70, 2, '0'), '.01.2001'))";
const STEP = 20_000;

const id = (kind: number) => `LOWER(CONCAT('0190000${kind}-0000-7000-8000-', LPAD(HEX(seq), 12, '0')))`;

/** Invented accounts with username, email, identity and two messages each, straight into the tables. */
export async function fill(db: Connection, from: number, to: number): Promise<Filled> {
  await db.query('SET foreign_key_checks = 0, unique_checks = 0');
  for (let begin = from + 1; begin <= to; begin += STEP)
    for (const text of statementsFor(begin, Math.min(begin + STEP - 1, to))) await db.query(text);
  await db.query('ANALYZE TABLE accounts, identifiers, identity_links, outbox_messages');
  const numbers = Array.from({ length: 100 }, (_, place) => Math.floor(to / 50 / 101) * 50 * (place + 1));
  const hex = (number: number) => number.toString(16).padStart(12, '0');
  return {
    usernames: numbers.map((number) => `beban${number}`),
    ids: numbers.map((number) => `01900001-0000-7000-8000-${hex(number)}`),
  };
}

function statementsFor(begin: number, end: number): string[] {
  const seq = `seq_${begin}_to_${end}`;
  const identifier = (kind: number, name: string, value: string) => `INSERT INTO identifiers
    (id, account_id, kind, value, contact_key, identifier_key, verified_at, created_at)
    SELECT ${id(kind)}, ${id(1)}, '${name}', ${value}, ${value}, ${value}, NOW(3), NOW(3) FROM ${seq}`;
  const message = (kind: number) => `INSERT INTO outbox_messages
    (id, kind, channel, recipient_digest, recipient_mask, account_id, province_code, regency_code, status, attempts, expires_at, created_at, accepted_at)
    SELECT ${id(kind)}, 'ACTIVATION_LINK', 'EMAIL', 'x', 'o•••1@e•••.com', ${id(1)}, LEFT(${REGION}, 2), LEFT(${REGION}, 5), 'ACCEPTED', 1, NOW(3), NOW(3), NOW(3) FROM ${seq}`;
  return [
    `INSERT INTO accounts (id, status, version, credential_version, password_hash, scale, actor, full_name, street, region_code, region_name, region_list_version, locale, warnings, created_at)
     SELECT ${id(1)}, 'ACTIVE', 1, 1, 'none', 'UMK', 'INDIVIDUAL', 'Sutinah Contoh', 'Jalan Contoh 1', ${REGION}, 'Desa, Kecamatan, Kota, Provinsi', 'none', 'id', '', NOW(3) FROM ${seq}`,
    identifier(2, 'USERNAME', "CONCAT('beban', seq)"),
    identifier(3, 'EMAIL', "CONCAT('beban', seq, '@example.com')"),
    `INSERT INTO identity_links (id, account_id, role, blind_index) SELECT ${id(4)}, ${id(1)}, 'HOLDER', SHA2(seq, 256) FROM ${seq}`,
    message(5),
    message(6),
  ];
}
