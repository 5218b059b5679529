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
          id: `Kode tidak cocok. Mungkin dari pesan lama. Pakai kode pada pesan terakhir; sisa ${this.attemptsLeft} percobaan.`,
          en: `The code does not match. It may be from an older message. Use the code in the newest one; tries left: ${this.attemptsLeft}.`,
        }
      : {
          id: 'Kode ini sudah ditutup: sudah dipakai, diganti, atau terlalu sering salah. Itu melindungi Anda. Minta kode baru.',
          en: 'This code is closed: it was used, replaced, or guessed wrong too often. That protects you. Ask for a new one.',
        };
  }
}

@ObjectType({ implements: Problem, description: 'The right code, too late.' })
export class CodeExpired extends Problem {
  readonly words = {
    id: 'Kode sudah kedaluwarsa. Demi keamanan masa berlakunya singkat. Minta kode baru.',
    en: 'The code has expired. It is good for a short time only, to keep you safe. Ask for a new one.',
  };
}
