import { execFileSync } from 'node:child_process';

/** The screens as they ship; the browser tests get them from the real server. */
export default function setup(): void {
  execFileSync(process.execPath, ['build-screens.js'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
