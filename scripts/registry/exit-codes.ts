/** How `npm run registry` ends. */
export const exitCodes = { done: 0, toMend: 1, failed: 2 } as const;
