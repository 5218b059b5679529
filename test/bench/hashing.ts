import { hash, verify } from '@node-rs/argon2';

/**
 * The floor that `login` is held against: verifications a second at the service's own cost, with nothing around them,
 * `threads` of them at a time. Prints `{ perSecond, cpuMs }`, the second the processor time of one.
 */
const [seconds = 5, threads = 1] = process.argv.slice(2).map(Number);
const phc = await hash('Kopi-Tubruk-88-pagi', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
let done = 0;
const before = process.cpuUsage();
const end = performance.now() + seconds * 1000;
await Promise.all(
  Array.from({ length: threads }, async () => {
    while (performance.now() < end) {
      await verify(phc, 'Kopi-Tubruk-88-pagi');
      done += 1;
    }
  }),
);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  `${JSON.stringify({ perSecond: done / seconds, cpuMs: (user + system) / 1000 / done })}\n`,
);
