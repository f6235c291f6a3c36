/**
 * The number of the rules by which workbooks are read and figures are computed. Whatever was read or computed under another
 * number is read and computed anew, even where no workbook changed. A test notices when the same workbooks come out
 * otherwise and asks for a new number.
 */
export const rulesVersion = 12;
