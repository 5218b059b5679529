import { execFileSync } from 'node:child_process';

/** Components import the types of their operations, which are generated and not committed. */
export default function setup(): void {
  execFileSync(process.execPath, ['build-screens.js', 'types'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
