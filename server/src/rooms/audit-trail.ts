import type { House } from '../compose.js';
import { AuditTrailResolver } from '../features/audit-trail/audit-trail.helpdesk-resolver.js';
import { AuditTrailService } from '../features/audit-trail/audit-trail.service.js';
import type { Room } from './room.js';

export const auditTrail = (house: House): Room => ({
  helpdesk: [new AuditTrailResolver(new AuditTrailService(house))],
});
