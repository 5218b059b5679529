import { Trans, useLingui } from '@lingui/react/macro';

import type { Channel } from '../gql/graphql.ts';
import { TextField } from './text-field.tsx';

interface ContactFieldProps {
  readonly name: string;
  readonly channel: Channel;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ContactField({ channel, ...props }: ContactFieldProps) {
  const { t } = useLingui();
  if (channel === 'EMAIL')
    return (
      <TextField
        {...props}
        label={t`Alamat email`}
        help={<EmailHelp typed={props.value} />}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
    );
  return (
    <TextField
      {...props}
      label={t`Nomor WhatsApp`}
      hint={t`Diawali 08 atau +62 8. Nomor luar negeri diawali tanda +.`}
      help={<PhoneHelp typed={props.value} />}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
    />
  );
}

/** Common slips; said, never enforced. */
function EmailHelp({ typed }: { typed: string }) {
  const given = typed.trim();
  if (given === '' || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(given)) return null;
  return given.includes('@') ? <Trans>Lengkapi bagian setelah @, misalnya contoh.com.</Trans> : null;
}

function PhoneHelp({ typed }: { typed: string }) {
  const given = typed.normalize('NFKC').replace(/[^\d+]/g, '');
  const national = given.replace(/^(\+?62|0062)0?/, '0');
  if (given.startsWith('+') && !given.startsWith('+62')) return null;
  if (/^0?8\d{8,11}$/.test(national)) return <Trans>✓ nomor seluler</Trans>;
  if (given.length < 8) return null;
  return <Trans>Nomor seluler diawali 08 atau +62 8 dan terdiri dari 10–13 angka. Periksa angkanya.</Trans>;
}
