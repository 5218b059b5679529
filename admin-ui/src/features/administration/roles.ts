import type { AgentOfficesQuery, AgentRole } from '../../gql/graphql';

export const ROLES: readonly AgentRole[] = ['AGENT', 'APPROVER', 'SUPERVISOR', 'ADMIN', 'AUDITOR'];

export type SomeOffice = AgentOfficesQuery['offices'][number];
