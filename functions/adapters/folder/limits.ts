/**
 * How much of a file we read. Far above what any office keeps by hand (20,000 cases are 2 MB and 400,000 cells),
 * low enough that one file cannot take the machine's memory.
 */
export const limits = {
  /** Bytes of one file on disk. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of one workbook's contents once unpacked. */
  unpackedBytes: 300 * 1024 * 1024,
  /** Cells that hold something, in one workbook. */
  cells: 3_000_000,
} as const;

/** As printed in messages. */
export const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));
