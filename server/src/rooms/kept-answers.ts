import type { House } from '../compose.js';
import { AnswersKeysResolver } from '../features/kept-answers/answers-keys.resolver.js';
import type { Room } from './room.js';

export function keptAnswers({ hash }: House): Room {
  return { public: [new AnswersKeysResolver(hash)] };
}
