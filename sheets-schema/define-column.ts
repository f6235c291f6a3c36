/**
 * One small function a column kind, so that a tab's definition reads like the table in the guide:
 * `receivedOn: date({ header: '受付日', required: true, … })`. Types only say here what readers do in cells/.
 */
import type {
  AreaColumn,
  AreasColumn,
  ChoiceColumn,
  ChoicesColumn,
  CountColumn,
  DateColumn,
  FiscalYearColumn,
  FlagColumn,
  IndicatorColumn,
  MonthColumn,
  MunicipalityColumn,
  NumberColumn,
  OptionColumn,
  RateColumn,
  ReferenceColumn,
  TextColumn,
} from './column.ts';
import type { CodeList } from './vocabulary/codes.ts';

/** What every column says about itself; left out means no alias, optional, not spanning merges. */
interface Definition<Required extends boolean> {
  readonly header: string;
  readonly aliases?: readonly string[];
  readonly required?: Required;
  readonly help: { readonly ja: string; readonly en: string };
  readonly example: string;
  readonly spansMerges?: boolean;
}

type With<Column, Required extends boolean> = Column & { readonly required: Required };

function base<Required extends boolean>({ aliases, required, spansMerges, ...rest }: Definition<Required>) {
  return {
    ...rest,
    aliases: aliases ?? [],
    // An absent `required` is inferred as the type `false`, which is what stands here then.
    required: (required ?? false) as Required,
    spansMerges: spansMerges ?? false,
  };
}

/** Text as typed. `isRead: false` for 備考 and 受付窓口. */
export function text<const Required extends boolean = false>({
  isRead = true,
  ...definition
}: Definition<Required> & { readonly isRead?: boolean }): With<TextColumn, Required> {
  return { ...base(definition), kind: 'text', takesUnknown: !(definition.required ?? false), isRead };
}

/** An identifier (受付番号, 圏域コード). */
export function reference<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<ReferenceColumn, Required> {
  return { ...base(definition), kind: 'reference', takesUnknown: false };
}

/** A whole number of at least 0. */
export function count<const Required extends boolean = false>({
  takesDash = true,
  ...definition
}: Definition<Required> & { readonly takesDash?: boolean }): With<CountColumn, Required> {
  return { ...base(definition), kind: 'count', takesUnknown: true, takesDash };
}

/** Any number. */
export function number<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<NumberColumn, Required> {
  return { ...base(definition), kind: 'number', takesUnknown: true };
}

/** A rate with its unit, as per mille. */
export function rate<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<RateColumn, Required> {
  return { ...base(definition), kind: 'rate', takesUnknown: true };
}

/** A day. A required day may not be 不明: no month would count the row. */
export function date<const Required extends boolean = false>({
  isDayOfWork = false,
  takesMonthAlone = false,
  ...definition
}: Definition<Required> & { readonly isDayOfWork?: boolean; readonly takesMonthAlone?: boolean }): With<
  DateColumn,
  Required
> {
  const takesUnknown = !(definition.required ?? false);
  return { ...base(definition), kind: 'date', takesUnknown, isDayOfWork, takesMonthAlone };
}

/** 年度. */
export function fiscalYear<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<FiscalYearColumn, Required> {
  return { ...base(definition), kind: 'fiscalYear', takesUnknown: false };
}

/** 月, 1 to 12. 不明 is refused: a blank would mean the whole year. */
export function month<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<MonthColumn, Required> {
  return { ...base(definition), kind: 'month', takesUnknown: false };
}

/** One word of a code list. */
export function choice<const List extends CodeList, const Required extends boolean = false>({
  list,
  ...definition
}: Definition<Required> & { readonly list: List }): With<ChoiceColumn<List>, Required> {
  return { ...base(definition), kind: 'choice', takesUnknown: true, list };
}

/** Several words of a code list. */
export function choices<const List extends CodeList, const Required extends boolean = false>({
  list,
  fallback = null,
  ...definition
}: Definition<Required> & {
  readonly list: List;
  readonly fallback?: List['codes'][number]['code'] | null;
}): With<ChoicesColumn<List>, Required> {
  return { ...base(definition), kind: 'choices', takesUnknown: true, list, fallback };
}

/** One of a few fixed words. */
export function option<const Option extends string, const Required extends boolean = false>({
  options,
  ...definition
}: Definition<Required> & {
  readonly options: readonly { readonly value: Option; readonly words: readonly string[] }[];
}): With<OptionColumn<Option>, Required> {
  return { ...base(definition), kind: 'option', takesUnknown: !(definition.required ?? false), options };
}

/** 有/無. */
export function flag<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<FlagColumn, Required> {
  return { ...base(definition), kind: 'flag', takesUnknown: true };
}

/** 圏域. */
export function area<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<AreaColumn, Required> {
  return { ...base(definition), kind: 'area', takesUnknown: true };
}

/** 上位圏域コード. */
export function areas<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<AreasColumn, Required> {
  return { ...base(definition), kind: 'areas', takesUnknown: false };
}

/** 市区町村コード. */
export function municipality<const Required extends boolean = false>(
  definition: Definition<Required>,
): With<MunicipalityColumn, Required> {
  return { ...base(definition), kind: 'municipality', takesUnknown: false };
}

/** 指標. */
export function indicator<const Required extends boolean = false>({
  takesOwnMeasures,
  ...definition
}: Definition<Required> & { readonly takesOwnMeasures: boolean }): With<IndicatorColumn, Required> {
  return { ...base(definition), kind: 'indicator', takesUnknown: false, takesOwnMeasures };
}
