import { t } from '@lingui/core/macro';

import type {
  ComparedFieldsFragment,
  EvidenceKind,
  MatchVerdict,
  RequesterKind,
  ReviewFieldsFragment,
} from '../gql/graphql';
import type { Tone } from '../ui/status-badge';

export type Compared = Pick<ComparedFieldsFragment, 'field' | 'verdict' | 'requested' | 'details'>;

/** A difference that nobody asked for: the loudest thing on the page. */
export const unwanted = ({ verdict, requested, field }: Compared): boolean =>
  verdict === 'DIFFERENT' && !requested && field !== 'registry';

export function verdictWords({ field, verdict, requested, details }: Compared): string {
  if (field === 'registry') return registryWords(verdict, details);
  const words: Record<MatchVerdict, string> = {
    SAME: t`Sama`,
    SIMILAR: t`Mirip`,
    DIFFERENT: requested ? t`Beda · diminta` : t`Beda · TIDAK diminta`,
    MISSING: t`Tidak ada data`,
    NOT_COMPARABLE: t`Tidak dapat dibandingkan`,
  };
  return words[verdict] ?? verdict;
}

function registryWords(verdict: MatchVerdict, details: readonly string[]): string {
  const fields = details.join(', ');
  const words: Record<MatchVerdict, string> = {
    SAME: t`Cocok`,
    SIMILAR: t`Mirip`,
    DIFFERENT: fields ? t`Tidak cocok (${fields})` : t`Tidak cocok`,
    MISSING: t`Tidak ditemukan`,
    NOT_COMPARABLE: t`Belum dapat diperiksa`,
  };
  return words[verdict] ?? verdict;
}

export function verdictTone(compared: Compared): Tone {
  if (unwanted(compared)) return 'bad';
  const tones: Record<MatchVerdict, Tone> = {
    SAME: 'good',
    SIMILAR: 'warn',
    DIFFERENT: compared.requested ? 'wait' : 'bad',
    MISSING: compared.field === 'registry' ? 'warn' : 'quiet',
    NOT_COMPARABLE: 'quiet',
  };
  return tones[compared.verdict] ?? 'quiet';
}

export function evidenceWord(kind: EvidenceKind): string {
  const words: Record<EvidenceKind, string> = {
    ID_CARD: t`KTP`,
    SELFIE_WITH_ID: t`Swafoto dengan KTP`,
    DEED: t`Akta atau SK AHU`,
    REQUEST_LETTER: t`Surat permohonan`,
    POWER_OF_ATTORNEY: t`Surat kuasa`,
    PROXY_ID: t`KTP penerima kuasa`,
    OTHER: t`Dokumen lain`,
  };
  return words[kind] ?? kind;
}

export function requesterWord(requester: RequesterKind): string {
  const words: Record<RequesterKind, string> = {
    OWNER: t`pemilik sendiri`,
    PROXY_EMPLOYEE: t`lewat kuasa (pegawai)`,
    PROXY_NOTARY: t`lewat kuasa (notaris)`,
    PROXY_CONSULTANT: t`lewat kuasa (konsultan)`,
  };
  return words[requester] ?? requester;
}

/** Whether somebody may still hold it: what is over, or waits for the applicant or for its time, nobody holds. */
export const isOpen = ({ status }: Pick<ReviewFieldsFragment, 'status'>): boolean =>
  status === 'SUBMITTED' || status === 'IN_REVIEW' || status === 'AWAITING_SECOND_DECISION';
