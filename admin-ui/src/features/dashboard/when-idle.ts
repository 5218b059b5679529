/** Once the browser has a moment to spare. Safari has none to offer: there it is the next one. */
export const whenIdle: (work: () => void) => void =
  window.requestIdleCallback ?? ((work: () => void) => setTimeout(work));
