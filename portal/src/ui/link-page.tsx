import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { useCommand } from '../platform/command.ts';
import { useNamedCommand } from '../platform/command-key.ts';
import { Offline } from '../platform/failures.ts';
import { dropLinkToken, useLinkToken } from '../platform/link-token.ts';
import { refusal, sentenceOf } from '../platform/sentences.ts';
import { Form } from './form.tsx';
import { Page } from './page.tsx';

/** What came of pressing the button: something to show, or what the service refused. */
export type Spent = { readonly done: ReactNode } | Refused;

interface Refused {
  readonly message: string;
  readonly retryAt?: string;
  /** An earlier press got no answer: perhaps that one was good. */
  readonly unsure?: boolean;
}

/** What the button sends; the key makes a repeat known, whose answer was lost. */
export interface OpenedLink {
  readonly token: string;
  readonly idempotencyKey: string;
}

interface LinkPageProps {
  readonly title: string;
  /** What the button will do, in one sentence, and what if it was not oneself. */
  readonly explained: ReactNode;
  readonly button: ReactNode;
  /** What has to be filled in besides, such as a new password. */
  readonly fields?: ReactNode;
  readonly spend: (link: OpenedLink) => Promise<Spent>;
  /** The ways on from a link that is not, or no longer, good. */
  readonly otherwise: ReactNode;
  /** Instead of a hint, where a page has more to offer without a link. */
  readonly withoutToken: { readonly title: string; readonly body: ReactNode; readonly back?: string };
}

/** Opened by a link in a message. Opening it changes nothing; the button does (R18), once. */
export function LinkPage(props: LinkPageProps) {
  const token = useLinkToken();
  const [spent, setSpent] = useState<Spent>();
  useEffect(() => {
    if (token) setSpent(undefined); // another link was opened on this page
  }, [token]);
  if (spent && 'done' in spent) return spent.done;
  if (spent) return <RefusedLink title={props.title} outcome={spent} otherwise={props.otherwise} />;
  if (!token)
    return (
      <Page key="bare" title={props.withoutToken.title} back={props.withoutToken.back ?? '/'}>
        {props.withoutToken.body}
      </Page>
    );
  return <ReadyLink {...props} token={token} onSpent={setSpent} />;
}

type ReadyLinkProps = LinkPageProps & { readonly token: string; readonly onSpent: (spent: Spent) => void };

function ReadyLink({ title, explained, button, fields, spend, token, onSpent }: ReadyLinkProps) {
  const command = useCommand();
  const named = useNamedCommand();
  const unsure = useRef(false);
  const press = async () => {
    const sent = named({ token }, (idempotencyKey) => spend({ token, idempotencyKey }));
    const spent = await sent.catch((error) => {
      unsure.current ||= error instanceof Offline;
      throw error;
    });
    // Asked too often: the link is as good as before, and the button still there.
    if ('retryAt' in spent && spent.retryAt) throw refusal(spent);
    dropLinkToken();
    onSpent('done' in spent ? spent : { ...spent, unsure: unsure.current });
  };
  return (
    <Page key="ready" title={title}>
      {explained}
      <Form command={command} onSubmit={press} button={button}>
        {fields}
      </Form>
    </Page>
  );
}

type RefusedLinkProps = Pick<LinkPageProps, 'title' | 'otherwise'> & {
  readonly outcome: Refused;
};

function RefusedLink({ title, outcome, otherwise }: RefusedLinkProps) {
  return (
    <Page key="refused" title={title}>
      <div className="bad" role="alert">
        <h2>
          <Trans>Tautan ini tidak dapat dipakai</Trans>
        </h2>
        <p>{sentenceOf(outcome)}</p>
      </div>
      {outcome.unsure && (
        <p className="note">
          <Trans>
            Sambungan tadi terputus, jadi tombol yang pertama Anda tekan mungkin sudah berhasil. Periksa pesan
            dari kami, atau cobalah masuk.
          </Trans>
        </p>
      )}
      {otherwise}
    </Page>
  );
}
