import { Trans, useLingui } from '@lingui/react/macro';

import { useCommand } from '../../desk/use-command';
import { type AgentRowFragment, InviteAgentAgainDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { Button } from '../../ui/button';
import { Row } from '../../ui/page';
import { SaveRefusal } from './save-refusal';

/** For a lost password or a lost invitation: a new link to the work email; the old password is good until it is used. */
export function InviteAgain({ agent: { id: agentId, fullName } }: { agent: AgentRowFragment }) {
  const { t } = useLingui();
  const { show } = useAnnouncements();
  const { run, loading, outcome, error } = useCommand(
    InviteAgentAgainDocument,
    (data) => data.inviteAgentAgain,
  );
  const send = async () => {
    const answer = await run({ input: { agentId } });
    if (answer?.__typename === 'AgentSaved') show({ text: t`Undangan baru dikirim kepada ${fullName}.` });
  };
  return (
    <>
      <Row>
        <Button loading={loading} onClick={() => void send()}>
          <Trans>Kirim undangan lagi</Trans>
        </Button>
        <p className="dim">
          <Trans>
            Untuk kata sandi yang lupa atau undangan yang hilang; kata sandi lama berlaku sampai tautannya
            dipakai.
          </Trans>
        </p>
      </Row>
      <SaveRefusal outcome={outcome} error={error} />
    </>
  );
}
