import { registerEnumType } from 'type-graphql';

/** AGENT decides first, APPROVER also second, SUPERVISOR oversees, ADMIN keeps agents, AUDITOR only reads (domain.md 7). */
export enum AgentRole {
  AGENT = 'AGENT',
  APPROVER = 'APPROVER',
  SUPERVISOR = 'SUPERVISOR',
  ADMIN = 'ADMIN',
  AUDITOR = 'AUDITOR',
}
registerEnumType(AgentRole, { name: 'AgentRole' });

export enum OfficeLevel {
  CENTRAL = 'CENTRAL',
  PROVINCE = 'PROVINCE',
  REGENCY = 'REGENCY',
}
registerEnumType(OfficeLevel, { name: 'OfficeLevel' });
