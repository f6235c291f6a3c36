/** Why nothing is said about what a year will come to. */
export type ProjectionReason = 'over' | 'notPace' | 'noMonths' | 'unreported' | 'tooFew';
