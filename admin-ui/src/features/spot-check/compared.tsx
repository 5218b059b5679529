import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

import { verdictWord } from '../../desk/replacement-words';
import type { SpotOutcomeFieldsFragment } from '../../gql/graphql';
import { Notice } from '../../ui/notice';

/** What the first person had said, once the second has. */
export function Compared({ made }: { made: SpotOutcomeFieldsFragment }) {
  const { t } = useLingui();
  const { agrees, ticket, decidedBy, firstVerdict, secondVerdict } = made;
  const [first, second, name] = [verdictWord(firstVerdict), verdictWord(secondVerdict), decidedBy.fullName];
  return (
    <Notice
      tone={agrees ? 'good' : 'warn'}
      role="status"
      title={agrees ? t`Dicatat. Hasil Anda sama dengan pemutus pertama.` : t`Dicatat. Hasil Anda berbeda.`}
      actions={
        <Link to="/permohonan/$nomor" params={{ nomor: ticket }}>
          {ticket}
        </Link>
      }
    >
      <p>
        <Trans>
          {name}: {first}. Anda: {second}.
        </Trans>
      </p>
      {!agrees && (
        <p>
          <Trans>Permohonan tidak berubah; seorang pengawas menindaklanjuti perbedaan ini.</Trans>
        </p>
      )}
    </Notice>
  );
}
