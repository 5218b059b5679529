import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

export interface LinkPages {
  /** Absolute path of the folder with the pages and what they load. */
  readonly root: string;
  /** Address → file, for example `/aktivasi` → `aktivasi.html`. */
  readonly pages: Readonly<Record<string, string>>;
}

/** The pages that links in messages open. A GET shows one button and spends nothing (R18); their files stand under `/link-pages/`. */
export const linkPages: FastifyPluginAsync<LinkPages> = async (scope, { root, pages }) => {
  await scope.register(fastifyStatic, { root, prefix: '/link-pages/', index: false, cacheControl: false });
  for (const [address, file] of Object.entries(pages)) {
    scope.get(address, (_request, reply) => reply.sendFile(file));
  }
};
