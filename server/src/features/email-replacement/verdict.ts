import { registerEnumType } from 'type-graphql';

export enum Verdict {
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  REJECT_AS_FRAUD = 'REJECT_AS_FRAUD',
  RETURN = 'RETURN',
  ESCALATE = 'ESCALATE',
}
registerEnumType(Verdict, { name: 'Verdict' });
