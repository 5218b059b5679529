import { Field, Int, ObjectType } from 'type-graphql';

import { Problem } from '../platform/graphql/problem.js';

@ObjectType({ implements: Problem, description: 'Wrong code, or a code that is no longer the newest.' })
export class CodeRejected extends Problem {
  @Field(() => Int)
  readonly attemptsLeft: number;

  constructor(attemptsLeft: number) {
    super();
    this.attemptsLeft = attemptsLeft;
  }

  get words() {
    return this.attemptsLeft > 0
      ? {
          id: `Kode tidak cocok. Anda dapat mencoba ${this.attemptsLeft} kali lagi dengan kode terbaru.`,
          en: `The code does not match. You have ${this.attemptsLeft} more tries with the newest code.`,
        }
      : {
          id: 'Kode ini tidak dapat dipakai lagi. Minta kode baru.',
          en: 'This code can no longer be used. Ask for a new one.',
        };
  }
}

@ObjectType({ implements: Problem, description: 'The right code, too late.' })
export class CodeExpired extends Problem {
  readonly words = {
    id: 'Kode sudah kedaluwarsa. Minta kode baru.',
    en: 'The code has expired. Ask for a new one.',
  };
}
