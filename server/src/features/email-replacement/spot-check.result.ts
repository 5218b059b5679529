import { createUnionType, Field, ObjectType } from 'type-graphql';

import { FreshProofRequired } from '../../office/fresh-proof.js';
import { NotFound } from '../../office/not-found.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { DecisionRefused } from './replacement-decision.result.js';
import { SpotCheckOutcome, SpotCheckView } from './spot-check.type.js';

@ObjectType({ implements: Problem, description: 'None, or none that this agent has not seen or decided.' })
export class NothingToCheck extends Problem {
  readonly words = {
    id: 'Tidak ada uji petik yang menunggu Anda.',
    en: 'No spot check waits for you.',
  };
}

@ObjectType()
export class SpotCheckTaken {
  @Field(() => SpotCheckView)
  readonly check: SpotCheckView;

  constructor(check: SpotCheckView) {
    this.check = check;
  }
}

@ObjectType({ description: 'From now on its reader may know what was decided first.' })
export class SpotCheckRecorded {
  @Field(() => SpotCheckOutcome)
  readonly outcome: SpotCheckOutcome;

  constructor(outcome: SpotCheckOutcome) {
    this.outcome = outcome;
  }
}

@ObjectType()
export class SpotCheckSettled {
  @Field(() => SpotCheckOutcome)
  readonly outcome: SpotCheckOutcome;

  constructor(outcome: SpotCheckOutcome) {
    this.outcome = outcome;
  }
}

export const TakeSpotCheckResult = createUnionType({
  name: 'TakeSpotCheckResult',
  types: () => [SpotCheckTaken, NothingToCheck] as const,
});
export type TakeSpotCheckResult = typeof TakeSpotCheckResult;

export const RecordSpotCheckResult = createUnionType({
  name: 'RecordSpotCheckResult',
  types: () => [SpotCheckRecorded, DecisionRefused, FreshProofRequired, NotFound] as const,
});
export type RecordSpotCheckResult = typeof RecordSpotCheckResult;

export const SettleSpotCheckResult = createUnionType({
  name: 'SettleSpotCheckResult',
  types: () => [SpotCheckSettled, DecisionRefused, NotFound] as const,
});
export type SettleSpotCheckResult = typeof SettleSpotCheckResult;
