/** What the head of the page leads to, besides the outcomes. */
export type Act = 'REVEAL' | 'TAKE_OVER' | 'TRANSFER';
