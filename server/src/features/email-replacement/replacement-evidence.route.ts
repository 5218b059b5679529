import type { Readable } from 'node:stream';

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

import { clientOf } from '../../platform/http/client.js';
import { BAD_REQUEST, type Failure, NOT_FOUND, Refused, TOO_LARGE } from '../../platform/http/failure.js';
import { wordsOfFault } from './evidence-fault.js';
import type { EvidenceIntakeService, Taken } from './evidence-intake.service.js';
import { UploadPlaces } from './upload-places.js';

export interface EvidenceRouteOptions {
  readonly intake: EvidenceIntakeService;
  /** Uploads in memory at once, of everybody and of one source; more are turned away. */
  readonly most: number;
  readonly mostOfSource: number;
  readonly bodyTimeMs: number;
}

const NOT_AS_ANNOUNCED: Failure = {
  status: 415,
  code: 'NOT_AS_ANNOUNCED',
  words: {
    id: 'Jenis atau ukuran berkas berbeda dengan yang diumumkan. Minta alamat unggah baru.',
    en: 'Type or size of the file differ from what was announced. Ask for another upload address.',
  },
};

/**
 * `PUT /uploads/<token>`: the bytes of one document, raw. To be registered as a plugin of its own, because nothing may
 * read the body before the intake does.
 */
export const evidenceRoute: FastifyPluginAsync<EvidenceRouteOptions> = async (http, options) => {
  const places = new UploadPlaces(options);
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, body, done) => done(null, body));
  // It has its own count of places: a slow sender here must not hold one of the others'.
  const config = { alwaysAnswered: true, bodyTimeMs: options.bodyTimeMs };
  http.put('/uploads/:token', { config }, async (request, reply) => {
    const upload = uploadIn(request);
    return places.hold(upload.source, async () => answer(await options.intake.take(upload), reply));
  });
};

function uploadIn(request: FastifyRequest) {
  const { token = '' } = request.params as { token?: string };
  const length = request.headers['content-length'];
  return {
    token: token.slice(0, 100),
    contentType: request.headers['content-type'] ?? '',
    length: length === undefined ? null : Number(length),
    body: (request.body ?? request.raw) as Readable,
    source: clientOf(request).source,
  };
}

function answer(taken: Taken, reply: FastifyReply): FastifyReply {
  switch (taken.outcome) {
    case 'STORED':
    case 'HELD':
      return reply.code(201).send({ evidenceId: taken.id, status: taken.outcome });
    case 'REFUSED':
      throw new Refused({ status: 422, code: taken.fault, words: wordsOfFault(taken.fault) });
    case 'NO_SUCH_ADDRESS':
      throw new Refused(NOT_FOUND);
    case 'NOT_AS_ANNOUNCED':
      throw new Refused(NOT_AS_ANNOUNCED);
    case 'TOO_LONG':
      // What follows is not read: the connection ends with the answer.
      reply.header('connection', 'close');
      throw new Refused(TOO_LARGE);
    default:
      throw new Refused(BAD_REQUEST);
  }
}
