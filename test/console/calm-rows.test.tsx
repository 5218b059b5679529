import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { useCalmRows } from '../../admin-ui/src/desk/use-calm-rows';

afterEach(cleanup);

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (shown: readonly { id: string }[]) => shown.map(({ id }) => id).join('');

describe('rows that are looked at', () => {
  it('stay where they are while new ones wait above them', () => {
    const { result, rerender } = renderHook(({ newest }) => useCalmRows(newest), {
      initialProps: { newest: rows('c', 'b', 'a') },
    });
    rerender({ newest: rows('e', 'd', 'c', 'b', 'a') });
    expect(ids(result.current.rows)).toBe('cba');
    expect(result.current.waiting).toBe(2);
    act(() => result.current.show());
    expect(ids(result.current.rows)).toBe('edcba');
    expect(result.current.waiting).toBe(0);
  });

  it('change their contents in place', () => {
    const { result, rerender } = renderHook(({ newest }) => useCalmRows(newest), {
      initialProps: { newest: [{ id: 'a', status: 'QUEUED' }] },
    });
    rerender({ newest: [{ id: 'a', status: 'DELIVERED' }] });
    expect(result.current.rows).toEqual([{ id: 'a', status: 'DELIVERED' }]);
  });

  it('are joined at the end by older ones', () => {
    const { result, rerender } = renderHook(({ newest }) => useCalmRows(newest), {
      initialProps: { newest: rows('c', 'b') },
    });
    rerender({ newest: rows('d', 'c', 'b', 'a') });
    expect(ids(result.current.rows)).toBe('cba');
  });

  it('are the first that ever come, where there were none', () => {
    const { result, rerender } = renderHook(({ newest }) => useCalmRows(newest), {
      initialProps: { newest: rows() },
    });
    rerender({ newest: rows('a') });
    expect(ids(result.current.rows)).toBe('a');
    expect(result.current.waiting).toBe(0);
  });
});
