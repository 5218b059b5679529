import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountView } from '../../account/account.type.js';
import type { Addresses } from '../../account/addresses.js';
import { ActorKind } from '../../account/business-actor.js';
import { BusinessEntity } from '../../account/business-entity.entity.js';
import type { Caller } from '../../account/caller.js';
import { IdentityMismatch } from '../../account/identity-mismatch.result.js';
import { readNib } from '../../account/nib.js';
import { readNpwp, readPersonalNpwp } from '../../account/npwp.js';
import { readPersonName } from '../../account/person-name.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { RegistryBudget } from '../../account/registry-budget.js';
import type { SignedIn } from '../../account/sessions.js';
import { byOwner } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import { InvalidInput } from '../../platform/graphql/invalid-input.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { Unavailable } from '../../platform/graphql/unavailable.js';
import type { Registry, Verdict } from '../../platform/registry/registry.js';
import { fault, valueIn } from '../../platform/words/fault.js';
import type { UpdateProfileInput } from './profile.input.js';
import type { UpdateProfileResult } from './profile.result.js';

const ALREADY_ON_RECORD = fault('ALREADY_ON_RECORD', {
  id: 'Nomor ini sudah tercatat pada akun lain. Periksa kembali, atau hubungi DPMPTSP setempat.',
  en: 'This number stands on another account. Check it, or ask the local licensing office (DPMPTSP).',
});

interface Needs {
  readonly db: Database;
  readonly addresses: Addresses;
  readonly personal: PersonalData;
  readonly registry: Registry;
  readonly registryBudget: RegistryBudget;
  readonly audit: Audit;
}

interface Typed {
  readonly fullName: string | null;
  readonly nib: string | null;
  readonly npwp: string | null;
  readonly ofEntity: boolean;
}

interface Changes {
  readonly account: Partial<Account>;
  readonly entity: Partial<BusinessEntity>;
  readonly names: string[];
}

/** Name and tax number change only when the registry agrees; an address and an NIB are the owner's word. */
export class ProfileService {
  constructor(private readonly needs: Needs) {}

  async update(input: UpdateProfileInput, signedIn: SignedIn, caller: Caller): Promise<UpdateProfileResult> {
    const { account } = signedIn;
    const entity = await this.needs.db.rows.findOneBy(BusinessEntity, { accountId: account.id });
    const typed = this.#read(input, account, entity);
    const changes = await this.#changes(input, typed, account);
    if (changes.names.length === 0) return new AccountView(account);
    if (typed.fullName || typed.npwp) {
      const retryAt = await this.needs.registryBudget.take(account.id, account.id);
      if (retryAt) return new TooManyRequests(retryAt);
      const refused = await this.#ask(typed, account, entity);
      if (refused) return refused;
    }
    return this.#write(changes, signedIn, caller);
  }

  #read(input: UpdateProfileInput, account: Account, entity: BusinessEntity | null): Typed {
    const nik = this.needs.personal.open(account.id, 'nik', account.nikSealed);
    const individual = account.actor === ActorKind.INDIVIDUAL;
    const reading = !input.npwp
      ? null
      : individual && nik
        ? readPersonalNpwp(input.npwp, nik)
        : readNpwp(input.npwp);
    if (reading && 'fault' in reading) throw new InvalidInput([{ field: 'npwp', fault: reading.fault }]);
    return {
      fullName: input.fullName ? valueIn(readPersonName(input.fullName)) : null,
      nib: input.nib ? valueIn(readNib(input.nib)) : null,
      npwp: reading && valueIn(reading),
      ofEntity: entity !== null,
    };
  }

  async #changes(input: UpdateProfileInput, typed: Typed, account: Account): Promise<Changes> {
    const { personal, addresses } = this.needs;
    const { fullName, nib, npwp, ofEntity } = typed;
    const address = input.address ? await addresses.read(input.address, account.actor) : null;
    if (Array.isArray(address)) throw new InvalidInput(address);
    const sealed = personal.close(account.id, ofEntity ? 'entityNpwp' : 'npwp', npwp);
    return {
      account: {
        ...(fullName ? { fullName } : {}),
        ...(nib ? { nib } : {}),
        ...(address ?? {}),
        ...(npwp && !ofEntity ? { npwpSealed: sealed } : {}),
      },
      entity: npwp && ofEntity ? { npwpSealed: sealed, entityKey: personal.entityKey({ npwp }) } : {},
      names: Object.entries({ fullName, nib, address, npwp }).flatMap(([name, value]) =>
        value ? [name] : [],
      ),
    };
  }

  /** Null when every registry asked says yes. Silence is no yes: the change can wait, so the person is asked to come back (R93). */
  async #ask(
    typed: Typed,
    account: Account,
    entity: BusinessEntity | null,
  ): Promise<IdentityMismatch | null> {
    const { registry, personal } = this.needs;
    const nik = personal.open(account.id, 'nik', account.nikSealed);
    const name = entity?.name ?? typed.fullName ?? account.fullName;
    const verdicts: [string, Verdict][] = [];
    if (typed.fullName && nik)
      verdicts.push(['fullName', await registry.checkPerson({ nik, fullName: typed.fullName })]);
    if (typed.npwp) {
      const holder = entity ? ('ENTITY' as const) : ('PERSON' as const);
      verdicts.push(['npwp', await registry.checkTax({ npwp: typed.npwp, name, holder })]);
    }
    if (verdicts.some(([, { answer }]) => answer === 'UNAVAILABLE')) throw new Unavailable('A registry');
    const refused = verdicts.filter(([, { answer }]) => answer !== 'MATCH').map(([field]) => field);
    return refused.length > 0 ? new IdentityMismatch(refused) : null;
  }

  async #write(changes: Changes, { account, session }: SignedIn, caller: Caller): Promise<AccountView> {
    const { id, credentialVersion } = account;
    try {
      return await this.needs.db.transact(async (tx: EntityManager) => {
        // Name and numbers are what a case compares: the version tells that they moved (security.md 5.1).
        const moved = { ...changes.account, version: () => 'version + 1' };
        if (!(await transition(tx, Account, { id, credentialVersion }, moved))) {
          throw new Undo(new AccountView(account)); // the session ended meanwhile: nothing was changed
        }
        if (changes.entity.npwpSealed) await tx.update(BusinessEntity, { accountId: id }, changes.entity);
        await this.needs.audit.record(tx, {
          ...byOwner(id, caller, session.id),
          event: 'PROFILE_CHANGED',
          fields: changes.names,
        });
        return new AccountView(await tx.findOneByOrFail(Account, { id }));
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new InvalidInput([{ field: changes.account.nib ? 'nib' : 'npwp', fault: ALREADY_ON_RECORD }]);
    }
  }
}
