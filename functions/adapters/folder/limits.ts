/**
 * How much of a file we read. Far above what any office keeps by hand (20,000 cases are 2 MB and 400,000 cells),
 * low enough that one file cannot take the machine's memory.
 */
export const limits = {
  /** Bytes of one file on disk, or of all .csv files of a folder. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of those parts of one workbook that are read, once unpacked. */
  unpackedBytes: 200 * 1024 * 1024,
  /** Cells of one workbook, each row counted up to its last filled cell; also its shared texts. */
  cells: 3_000_000,
  /** Characters of one cell in a .csv; Google's own limit is 50,000, Excel's 32,767. */
  cellCharacters: 50_000,
  /** Merged ranges of one workbook. */
  merges: 100_000,
} as const;

/** As printed in messages. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));
