import type { House } from '../compose.js';
import { NotMeResolver } from '../features/not-me/not-me.resolver.js';
import { NotMeService, type Reported } from '../features/not-me/not-me.service.js';
import type { Room } from './room.js';

/** `reported`: what the other rooms stop when an owner says it was not them. */
export function notMe(house: House, reported: readonly Reported[]): Room {
  const needs = { ...house, publicBaseUrl: house.config.publicBaseUrl };
  return { public: [new NotMeResolver(new NotMeService(needs, reported))] };
}
