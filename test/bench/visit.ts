import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Flags, Result } from 'lighthouse';

/** One visit of a page, judged twice. */
export interface Visit {
  readonly byTime: Result;
  /** By the processor time of each task in the place of the time it lasted: what else runs on the machine hardly counts. */
  readonly byProcessor: Result;
}

/** Lighthouse's own name for what it kept. */
const TRACE = 'defaultPass.trace.json';

interface Trace {
  /** Microseconds: how long it lasted, and how much of that its thread ran. */
  readonly traceEvents: { dur?: number; tdur?: number }[];
}

export async function visit(url: string, flags: Flags): Promise<Visit> {
  const { default: lighthouse } = await import('lighthouse');
  const kept = await mkdtemp(join(tmpdir(), 'akun-visit-'));
  const judge = async (): Promise<Result> => {
    const result = await lighthouse(url, { ...flags, auditMode: kept });
    if (!result) throw new Error(`${url}: Lighthouse has nothing to say.`);
    return result.lhr;
  };
  try {
    await lighthouse(url, { ...flags, gatherMode: kept });
    const byTime = await judge();
    await countProcessorTime(join(kept, TRACE));
    return { byTime, byProcessor: await judge() };
  } finally {
    await rm(kept, { recursive: true });
  }
}

async function countProcessorTime(file: string): Promise<void> {
  const trace = JSON.parse(await readFile(file, 'utf8')) as Trace;
  for (const event of trace.traceEvents)
    if (event.dur !== undefined && event.tdur !== undefined) event.dur = Math.min(event.dur, event.tdur);
  await writeFile(file, JSON.stringify(trace));
}
