import { t } from '@lingui/core/macro';

import type { DecisionReasonsQuery, Verdict } from '../gql/graphql';
import { LEAST_WORDS } from './short-reason';

/** The outcomes that ask for more than a key. */
export type Asked = 'REJECT' | 'RETURN' | 'ESCALATE';
export type Reason = DecisionReasonsQuery['decisionReasons'][number];

export const isAsked = (verdict: Verdict | null | undefined): verdict is Asked =>
  verdict === 'REJECT' || verdict === 'RETURN' || verdict === 'ESCALATE';

export interface Question {
  readonly asked: Asked;
  /** The second person returns to the first, with words instead of a reason. */
  readonly second: boolean;
}

/** Answered by words alone: no letter goes out. */
export const byWords = ({ asked, second }: Question): boolean =>
  asked === 'ESCALATE' || (asked === 'RETURN' && second);

export function reasonsFor(question: Question, all: readonly Reason[]): readonly Reason[] {
  const verdicts: readonly Verdict[] =
    question.asked === 'REJECT' ? ['REJECT', 'REJECT_AS_FRAUD'] : [question.asked];
  return byWords(question) ? [] : all.filter(({ verdict }) => verdicts.includes(verdict));
}

/** Whether colleagues have to be told why in one's own words. */
export const needsNote = (question: Question, chosen: Verdict | undefined): boolean =>
  byWords(question) || chosen === 'REJECT_AS_FRAUD';

/** What the form lacks before the server would take it. */
export function lacking(question: Question, chosen: Verdict | undefined, note: string): string | null {
  if (!byWords(question) && !chosen) return t`Pilih alasan terlebih dahulu.`;
  const short = needsNote(question, chosen) && note.trim().length < LEAST_WORDS;
  return short ? t`Catatan paling sedikit ${LEAST_WORDS} karakter.` : null;
}
