import type { EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';

import { Office } from '../../office/office.entity.js';

/** Whether somebody can work there: ended offices keep their rows. */
export const openOffice = (rows: EntityManager, id: string): Promise<boolean> =>
  rows.existsBy(Office, { id, validTo: IsNull() });
