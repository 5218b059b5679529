import type { FastifyRequest } from 'fastify';

import type { Context } from '../graphql/context.js';
import type { Language } from '../words/language.js';
import { deviceLabel } from './device-label.js';

/** What a request says about its client. Its address is believed only as far as the trusted proxies go (R36). */
export function clientOf({ ip, headers }: FastifyRequest): Context {
  return {
    language: languageOf(headers['accept-language']),
    source: sourceOf(ip),
    device: deviceLabel(headers['user-agent']),
  };
}

/** English when `Accept-Language` prefers it to Indonesian; Indonesian otherwise. */
export function languageOf(header = ''): Language {
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map((range) => {
      const [tag = '', weight = ''] = range
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { language: tag.split('-')[0], weight: weight === '' ? 1 : Number(weight) || 0 };
    })
    .filter(
      ({ language, weight }) => weight > 0 && (language === 'id' || language === 'in' || language === 'en'),
    )
    .sort((one, other) => other.weight - one.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'id';
}

/** As budgets count it: an IPv4 address, or the /64 that an IPv6 customer is given whole. */
export function sourceOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail = ''] = ip.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const middle = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...middle, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
