import { describe, expect, it } from 'vitest';

import { Capacity } from '../../server/src/platform/http/capacity.js';

/** A process that answers everything after `tookMs`, with as many asking as there is room for. */
function busy(most: number) {
  let now = 0;
  const capacity = new Capacity(most, () => now);
  return {
    capacity,
    serve(tookMs: number, rounds: number): void {
      for (let round = 0; round < rounds; round += 1) {
        let inside = 0;
        while (capacity.enter()) inside += 1;
        now += Math.max(tookMs, 30);
        for (; inside > 0; inside -= 1) capacity.leave(tookMs);
      }
    },
  };
}

describe('how much a process takes on at once', () => {
  it('grows while answers come in time, up to what it may', () => {
    const { capacity, serve } = busy(200);
    serve(20, 400);
    expect(capacity.limit).toBe(200);
  });

  it('shrinks to a handful while answers come late, and grows again afterwards', () => {
    const { capacity, serve } = busy(200);
    serve(20, 400);
    serve(2000, 10);
    expect(capacity.limit).toBeLessThan(40);
    serve(20, 800);
    expect(capacity.limit).toBe(200);
  });

  it('stays as it is while nobody finds it full', () => {
    const { capacity } = busy(200);
    const before = capacity.limit;
    for (let call = 0; call < 1000; call += 1) {
      capacity.enter();
      capacity.leave(1);
    }
    expect(capacity.limit).toBe(before);
  });

  it('is not taught by many who ask at once and find room, however slow they make each other', () => {
    const { capacity } = busy(200);
    const before = capacity.limit;
    for (let round = 0; round < 20; round += 1) {
      for (let call = 0; call < 50; call += 1) expect(capacity.enter()).toBe(true);
      for (let call = 0; call < 50; call += 1) capacity.leave(3000);
    }
    expect(capacity.limit).toBe(before);
  });

  it('never closes altogether, and never opens beyond its ceiling', () => {
    const { capacity, serve } = busy(1);
    serve(60_000, 20);
    expect(capacity.limit).toBe(1);
    expect([capacity.enter(), capacity.enter()]).toEqual([true, false]);
  });

  it('is full sooner for what is less urgent', () => {
    const { capacity } = busy(200);
    const enters = (share: number) => capacity.enter(share);
    while (enters(0.8));
    const lookUps = capacity.inside;
    while (enters(1));
    const logins = capacity.inside;
    while (enters(1.25));
    expect([lookUps < logins, logins === capacity.limit, logins < capacity.inside]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
