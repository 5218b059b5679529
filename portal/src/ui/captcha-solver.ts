import Solver from 'altcha/workers/pbkdf2?worker';
import { solveChallengeWorkers } from 'altcha-lib';

const MOST_WORKERS = 4;

/** What ALTCHA asks of this device: about a second of counting, in the background, on all its cores. Base64, as the service reads it. */
export async function solveAltcha(json: string): Promise<string> {
  const challenge = JSON.parse(json);
  const concurrency = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1);
  const solution = await solveChallengeWorkers({ challenge, concurrency, createWorker: () => new Solver() });
  if (!solution) throw new Error('The proof of work was not found in time.');
  return btoa(JSON.stringify({ challenge, solution }));
}
