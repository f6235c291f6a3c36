/** How many requests went to Drive and Sheets since this process began, each attempt counted: for the last line of a run's log. */
export const googleRequests = { made: 0 };
