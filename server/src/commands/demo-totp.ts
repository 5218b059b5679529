import { demoCodes } from '../demo-agents.js';
import { systemClock } from '../platform/clock.js';

/** What the demo agents' authenticator apps would show now. */
process.stdout.write(demoCodes(systemClock()));
