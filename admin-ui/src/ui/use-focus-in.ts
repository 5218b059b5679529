import { type RefObject, useEffect } from 'react';

/**
 * Takes the focus to the first field when a panel opens, and back to where somebody was when it goes: gone with the panel, it
 * would begin at the top of the page again. Fields that are still awaited take it when they come, unless somebody went
 * elsewhere meanwhile.
 */
export function useFocusIn(panel: RefObject<HTMLElement | null>, awaited: boolean): void {
  useEffect(() => {
    const cameFrom = document.activeElement;
    begin(panel.current);
    return () => (cameFrom?.isConnected ? (cameFrom as HTMLElement).focus() : undefined);
  }, [panel]);
  useEffect(() => {
    const here = document.activeElement;
    const elsewhere = here !== document.body && !panel.current?.contains(here);
    if (!awaited && !elsewhere) begin(panel.current);
  }, [panel, awaited]);
}

const begin = (panel: HTMLElement | null): void =>
  panel?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
