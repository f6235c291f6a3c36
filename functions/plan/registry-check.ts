/** Whether each registered workbook can be read and written, and if not, what is to be done about it. Pure. */
import type { MunicipalityCode } from '../domain/codes.ts';
import type { RegisteredWorkbook } from '../domain/registration.ts';

/** What Drive says of a spreadsheet. */
export interface SpreadsheetAtHand {
  readonly kind: 'spreadsheet';
  readonly isTrashed: boolean;
  readonly isSpreadsheet: boolean;
  readonly canEdit: boolean;
}

/** What the file system says of a file, by the kinds of functions/adapters/folder/find-workbooks.ts. */
export interface FileAtHand {
  readonly kind: 'excel' | 'csv' | 'csv-loose' | 'old-excel' | 'unknown' | 'forbidden';
}

/** What its last reading said; only where a store was looked into. */
export interface LastReading {
  readonly municipality: MunicipalityCode | null;
  readonly hold: Remark | null;
  /** Why our answer could not be written. */
  readonly answerTrouble: Remark | null;
}

/** A key into failureMessages, and what its sentence needs. */
export interface Remark {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** @param atHand `null`: nobody showed it to us. @param account the address to share with; `null` where nobody can tell it */
export function checkRegistered(
  { place, municipality }: Pick<RegisteredWorkbook, 'place' | 'municipality'>,
  {
    atHand,
    last,
    account,
    hasFeedback,
  }: {
    readonly atHand: SpreadsheetAtHand | FileAtHand | null;
    readonly last: LastReading | null;
    readonly account: string | null;
    readonly hasFeedback: boolean;
  },
): readonly Remark[] {
  const file = place.id;
  const remark = (code: string): Remark =>
    account === null ? { code: withoutAccount[code] ?? code, facts: { file } } : { code, facts: { file, account } };
  if (atHand === null)
    return [remark(place.kind === 'spreadsheet' ? 'registration/not-shared' : 'registration/no-file')];
  const now = atHand.kind === 'spreadsheet' ? checkSpreadsheet(atHand, hasFeedback) : fileTroubles[atHand.kind];
  const said = now === null ? [] : [remark(now)];
  // Where it cannot be read now, what was said when it last could not is no news.
  const isReadable = now === null || now === 'registration/view-only';
  return [...said, ...(last === null || !isReadable ? [] : checkLast(last, municipality))];
}

/** Sentences that speak of 'the account of this system'. */
const withoutAccount: Readonly<Record<string, string>> = {
  'registration/not-shared': 'google/forbidden',
  'registration/view-only': 'google/read-only',
};

function checkSpreadsheet({ isTrashed, isSpreadsheet, canEdit }: SpreadsheetAtHand, hasFeedback: boolean) {
  if (isTrashed) return 'registration/trashed';
  if (!isSpreadsheet) return 'registration/not-google';
  return hasFeedback && !canEdit ? 'registration/view-only' : null;
}

const fileTroubles: Readonly<Record<FileAtHand['kind'], string | null>> = {
  excel: null,
  csv: null,
  forbidden: 'registration/unreadable-file',
  'csv-loose': 'file/csv-loose',
  'old-excel': 'file/old-excel',
  unknown: 'file/unsupported-type',
};

/** A trouble of sharing that is mended by now goes with the next run. */
function checkLast(
  { municipality, hold, answerTrouble }: LastReading,
  registered: MunicipalityCode,
): readonly Remark[] {
  const isAboutAccess = ({ code }: Remark) =>
    /^google\/|^file\/gone|^workbook\/(?:inactive|registration|gone)/.test(code);
  const others = [hold, answerTrouble].filter((one): one is Remark => one !== null && !isAboutAccess(one));
  if (municipality === null || municipality === registered) return others;
  const different: Remark = {
    code: 'registration/other-municipality',
    facts: { one: registered, other: municipality },
  };
  return [different, ...others.filter(({ code }) => code !== 'workbook/other-municipality')];
}
