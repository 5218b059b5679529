import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';

import { UpdateProfileDocument } from '../../gql/graphql.ts';
import { useCommand } from '../../platform/command.ts';
import { FieldsRefused } from '../../platform/failures.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { AddressFields } from '../../ui/address-fields.tsx';
import { Form } from '../../ui/form.tsx';
import { NibField } from '../../ui/nib-field.tsx';
import { NpwpField } from '../../ui/npwp-field.tsx';
import { Page } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AccountPageProps } from './overview.page.tsx';

export function ProfilePage({ me, reload }: AccountPageProps) {
  const { t } = useLingui();
  const command = useCommand();
  const abroad = /^[A-Z]{3}$/.test(me.address?.regionCode ?? '');
  const [given, setGiven] = useState({
    fullName: me.fullName,
    npwp: '',
    nib: me.nib ?? '',
    street: me.address?.street ?? '',
    regionCode: me.address?.regionCode ?? '',
    postalCode: me.address?.postalCode ?? '',
  });
  const set = (some: Partial<typeof given>) => setGiven((before) => ({ ...before, ...some }));
  const save = async () => {
    await update(given);
    await reload();
    navigate('/akun');
  };
  return (
    <Page title={t`Ubah nama, alamat, dan nomor`} back="/akun">
      <Form command={command} onSubmit={save} button={<Trans>Simpan</Trans>}>
        <TextField
          name="fullName"
          label={t`Nama lengkap`}
          hint={t`Persis seperti pada KTP atau paspor.`}
          value={given.fullName}
          onChange={(fullName) => set({ fullName })}
          autoComplete="name"
        />
        <AddressFields value={given} withRegions={!abroad} onChange={set} />
        <NpwpField name="npwp" optional value={given.npwp} onChange={(npwp) => set({ npwp })} />
        <NibField name="nib" optional value={given.nib} onChange={(nib) => set({ nib })} />
      </Form>
    </Page>
  );
}

interface Typed {
  readonly fullName: string;
  readonly npwp: string;
  readonly nib: string;
  readonly street: string;
  readonly regionCode: string;
  readonly postalCode: string;
}

/** A tax number is shown masked, so an empty field means that it stays. */
async function update({ fullName, npwp, nib, street, regionCode, postalCode }: Typed): Promise<void> {
  const address = { street, regionCode, postalCode: postalCode.trim() || null };
  const input = {
    fullName,
    address,
    ...(npwp.trim() ? { npwp } : {}),
    ...(nib.trim() ? { nib } : {}),
  };
  const { updateProfile: outcome } = await request(UpdateProfileDocument, { input });
  if (outcome.__typename === 'Account') return;
  if (outcome.__typename === 'IdentityMismatch')
    throw new FieldsRefused(outcome.fields.map((field) => ({ field, message: outcome.message })));
  throw refusal(outcome);
}
