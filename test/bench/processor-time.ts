import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor time that all threads of a process have used so far (Linux). */
export function cpuMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + threadMs(pid, thread), 0);
}

/** The same of this process and of all that it started. */
export function cpuMsOfEverything(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  const pids = children.split(' ').filter(Boolean).map(Number);
  return [process.pid, ...pids].reduce((sum, pid) => sum + cpuMs(pid), 0);
}

/** Zero for a thread that has ended while the list was read. */
function threadMs(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}
