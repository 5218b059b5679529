import { execFileSync } from 'node:child_process';

/** The screens as they ship; the browser tests get them from the real server. */
export default function setup(): void {
  // As for production, or the pages would be tested with React's slower twin inside.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, ['build-screens.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
