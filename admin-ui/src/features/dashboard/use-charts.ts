import { useEffect, useState } from 'react';

import { whenIdle } from './when-idle';

export type Charts = typeof import('../../ui/charts');

/** Drawings are the heaviest part of the console: fetched behind the figures and tables, and nothing waits for them. */
export function useCharts(): Charts | 'COMING' | 'FAILED' {
  const [charts, setCharts] = useState<Charts | 'COMING' | 'FAILED'>('COMING');
  useEffect(() => {
    whenIdle(() => void import('../../ui/charts').then(setCharts, () => setCharts('FAILED')));
  }, []);
  return charts;
}
