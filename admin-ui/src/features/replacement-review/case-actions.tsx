import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';

import { refusalOf } from '../../desk/allowed';
import { useMay } from '../../desk/viewer';
import type { ReviewFieldsFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { useShortcut } from '../../ui/shortcuts';
import type { Act } from './act';
import { CaseRound } from './case-round';

interface CaseActionsProps {
  readonly request: ReviewFieldsFragment;
  readonly onAct: (act: Act) => void;
  readonly onNext: () => void;
}

/** What can be done about a case besides deciding it. */
export function CaseActions({ request, onAct, onNext }: CaseActionsProps) {
  const { t } = useLingui();
  const { ticket, claim, account, allowedActions } = request;
  const mayReveal = useMay(['AGENT', 'APPROVER', 'SUPERVISOR']);
  const supervises = useMay(['SUPERVISOR']);
  const next = t`Ambil berikutnya`;
  useShortcut(mayReveal ? { keys: 'n', label: next, scope: t`Keputusan`, run: onNext } : undefined);
  const menu = [
    { label: `${next} (N)`, onSelect: onNext },
    ...(supervises
      ? [
          {
            label: t`Ambil alih…`,
            onSelect: () => onAct('TAKE_OVER'),
            refusal: refusalOf(allowedActions, 'takeOverClaim'),
          },
          {
            label: t`Alihkan kantor…`,
            onSelect: () => onAct('TRANSFER'),
            refusal: refusalOf(allowedActions, 'transferRequest'),
          },
        ]
      : []),
  ];
  const refusal = claim?.mine ? null : t`Ambil permohonan ini lebih dahulu.`;
  return (
    <>
      <CaseRound ticket={ticket} />
      {mayReveal && account && <RevealButton refusal={refusal} onPress={() => onAct('REVEAL')} />}
      {mayReveal && <Menu label={t`Tindakan lain`} trigger={<More />} items={menu} />}
    </>
  );
}

function RevealButton({ refusal, onPress }: { refusal: string | null; onPress: () => void }) {
  const { t } = useLingui();
  const label = t`Lihat data`;
  useShortcut({ keys: 'u', label, scope: t`Halaman permohonan`, refusal, run: onPress });
  // Whoever only reads finds the way to take the case on the page already.
  if (refusal) return null;
  return (
    <Button shortcut="U" onClick={onPress}>
      {label}
    </Button>
  );
}

const More = () => (
  <>
    <Trans context="tindakan">Lainnya</Trans> <IconChevronDown size={16} aria-hidden="true" />
  </>
);
