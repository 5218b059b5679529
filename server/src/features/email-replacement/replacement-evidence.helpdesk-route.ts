import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

import type { HelpdeskContext } from '../../office/helpdesk-context.js';
import type { Hands } from '../../platform/files/hands.js';
import { NOT_FOUND, Refused } from '../../platform/http/failure.js';
import type { EvidenceVault } from './evidence-vault.js';
import type { EvidenceAddress, EvidenceViewingService } from './evidence-viewing.service.js';
import { watermarked } from './watermark.js';

export interface EvidenceViewOptions {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<HelpdeskContext>;
  readonly viewing: EvidenceViewingService;
  readonly vault: EvidenceVault;
  /** Pictures drawn at once. */
  readonly hands: Hands;
}

/** Nothing in a document may run, load or be framed, whatever a browser makes of it (R79). */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * `GET /helpdesk/evidence/<id>/<proof>`: one document for the agent the address was made for. Pictures carry name and time
 * of whoever looks. A PDF cannot be drawn here without a renderer, so it leaves as a file to open outside the browser,
 * never inside it.
 */
export const evidenceViewRoute: FastifyPluginAsync<EvidenceViewOptions> = async (http, options) => {
  const { contextOf, viewing, vault, hands } = options;
  http.get('/helpdesk/evidence/:id/:proof', async (request, reply) => {
    const address = request.params as EvidenceAddress;
    const context = await contextOf(request, reply);
    const checked = await context.session();
    const caller = checked && !('over' in checked) ? checked : null;
    const file = caller && (await viewing.behind(address, caller));
    if (!caller || !file) throw new Refused(NOT_FOUND);
    const content = await vault.readWhole(file.id);
    const picture = file.contentType.startsWith('image/');
    const by = { name: caller.agent.fullName, at: viewing.now(), zone: caller.office.zone };
    const shown = picture ? await hands.lend(() => watermarked(content, by)) : content;
    await viewing.recordOpened(file, caller, context);
    return reply
      .header('content-type', picture ? 'image/png' : 'application/pdf')
      .header('content-disposition', `attachment; filename="dokumen.${picture ? 'png' : 'pdf'}"`)
      .header('content-security-policy', POLICY)
      .send(shown);
  });
};
