/** Names of the series in a cut that are no indicators. */
export const seriesNames = {
  /** Printed share among the pathways (without 不明) or targets of one area. */
  share: 'share',
  /** Printed share among the areas of one parent, nested in it. */
  areaShare: 'areaShare',
} as const;
