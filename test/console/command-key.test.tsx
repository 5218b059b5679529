import { expect, it } from 'vitest';

import { commandKey } from '../../admin-ui/src/ui/command-key';

const command = { ticket: 'EML-2611-00421', version: 3, verdict: 'APPROVE' };

it('sends a command that is tried again under the key it had', () =>
  expect(commandKey({ ...command })).toBe(commandKey({ ...command })));

it('gives another command another key', () =>
  expect(commandKey({ ...command, version: 4 })).not.toBe(commandKey(command)));
