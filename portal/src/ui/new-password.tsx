import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

import { PasswordPolicyDocument, type PasswordPolicyQuery } from '../gql/graphql.ts';
import { request } from '../platform/request.ts';
import { PasswordField } from './password-field.tsx';
import { ruleInWords, seenBroken } from './password-rules.ts';

type Policy = PasswordPolicyQuery['passwordPolicy'];

interface NewPasswordProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A new password with the rules in force, ticked off while it is typed. The service has the last word. */
export function NewPassword({ name, value, onChange }: NewPasswordProps) {
  const { t } = useLingui();
  const [policy, setPolicy] = useState<Policy>();
  useEffect(() => {
    // Without the list the service still says which rule was broken.
    request(PasswordPolicyDocument).then(
      ({ passwordPolicy }) => setPolicy(passwordPolicy),
      () => undefined,
    );
  }, []);
  return (
    <>
      <PasswordField
        name={name}
        label={t`Kata sandi baru`}
        hint={t`Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.`}
        kind="new-password"
        value={value}
        onChange={onChange}
      />
      {policy && <Rules policy={policy} password={value} />}
    </>
  );
}

function Rules({ policy, password }: { policy: Policy; password: string }) {
  const { t } = useLingui();
  return (
    <>
      <ul className="ticks" aria-label={t`Syarat kata sandi`}>
        {policy.rules.map((rule) => {
          const broken = seenBroken(rule, password, policy);
          if (broken === undefined) return null;
          return (
            <li key={rule}>
              <span aria-hidden="true">{broken ? '○' : '✓'}</span>{' '}
              <span className="unseen">{broken ? t`Belum:` : t`Terpenuhi:`}</span> {ruleInWords(rule, policy)}
            </li>
          );
        })}
      </ul>
      <p className="quiet">
        <Trans>Jangan memakai nama, NIK, username, kontak Anda, atau kata sandi yang umum.</Trans>
      </p>
    </>
  );
}
