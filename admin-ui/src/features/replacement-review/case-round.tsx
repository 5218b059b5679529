import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';

import { backToList, type CaseList, caseList } from '../../desk/case-list';
import styles from '../../desk/review.module.css';
import { IconButton } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';

/** On through the list one came from, in its order. Looking takes nothing: a case is taken by its button. */
export function CaseRound({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  const list = caseList();
  const place = list?.tickets.indexOf(ticket) ?? -1;
  return (
    <nav className={styles.round} aria-label={t`Daftar permohonan`}>
      <Link {...backToList()}>
        <Trans>Daftar</Trans>
      </Link>
      {list && place >= 0 && <Steps list={list} place={place} />}
    </nav>
  );
}

const ICON = 18;

function Steps({ list: { tickets, before, total }, place }: { list: CaseList; place: number }) {
  const { t, i18n } = useLingui();
  const [previous, next] = [tickets[place - 1], tickets[place + 1]];
  const [number, all] = [i18n.number(before + place + 1), i18n.number(total)];
  const back = useStep('k', t`Permohonan sebelumnya`, previous, t`Ini yang pertama pada halaman daftar.`);
  const on = useStep('j', t`Permohonan berikutnya`, next, t`Ini yang terakhir pada halaman daftar.`);
  return (
    <>
      <IconButton {...back}>
        <IconChevronLeft size={ICON} />
      </IconButton>
      <span className="number">
        <Trans>
          {number} dari {all}
        </Trans>
      </span>
      <IconButton {...on}>
        <IconChevronRight size={ICON} />
      </IconButton>
    </>
  );
}

function useStep(keys: string, label: string, ticket: string | undefined, none: string) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const go = () => ticket && void navigate({ to: '/permohonan/$nomor', params: { nomor: ticket } });
  const refusal = ticket ? null : none;
  useShortcut({ keys, label, scope: t`Halaman permohonan`, refusal, run: go });
  return { label, shortcut: keys.toUpperCase(), refusal, onClick: go };
}
