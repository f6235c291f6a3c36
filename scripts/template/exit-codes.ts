/** How `npm run template` ends. */
export const exitCodes = { done: 0, waiting: 1, failed: 2 } as const;
