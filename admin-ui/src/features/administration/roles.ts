import type { AgentRole, AgentsQuery } from '../../gql/graphql';

export const ROLES: readonly AgentRole[] = ['AGENT', 'APPROVER', 'SUPERVISOR', 'ADMIN', 'AUDITOR'];

export type SomeOffice = AgentsQuery['offices'][number];
