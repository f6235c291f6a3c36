/** The tables: the tidy facts of an audience, and the findings of an office, each row with the release that it is of. Pure. */
import type { Audience, FindingsObject } from '../publish/release.ts';
import { type TidyFact, tidyColumns } from '../publish/tidy-facts.ts';
import type { TableColumn, TableDefinition } from './warehouse.ts';

/** What every row says of its release. */
export interface RowRelease {
  readonly day: string;
  readonly release: string;
  readonly publishedAt: string;
}

const column = (name: string, type: TableColumn['type'], description: string, isRequired = true): TableColumn => ({
  name,
  type,
  isRequired,
  description,
});

const ofRelease: readonly TableColumn[] = [
  column('release_date', 'DATE', '公開した日（日本） the day on which it was published, in Japan'),
  column('release', 'STRING', '公開版の名前 name of the release'),
  column('published_at', 'TIMESTAMP', '公開した時刻 when it was published'),
];

const factDescriptions: Readonly<Record<keyof TidyFact, string>> = {
  indicator: '指標 like N01',
  municipality: '市区町村コード code of the municipality',
  area: '圏域コード。全体は市区町村コード code of the area; of the whole that of the municipality',
  period: '2018-04、FY2018Q1、FY2018',
  pathway: "経路のコードか all。合算は P03+P07 a pathway's code or all; merged ones are joined",
  target: "対象のコードか all a target's code or all",
  value: 'state が value、zero、merged のときだけ only where the state is value, zero or merged',
  state: 'value、zero、unreported、suppressed、n/a、merged',
};

/** 'prefecture:16' → 'facts_prefecture_16'. Each audience has tables of its own, so that each can be shared by itself. */
export function tableName(kind: 'facts' | 'findings', audience: Audience): string {
  return `${kind}_${audience.replace(':', '_')}`;
}

export function factsTable(audience: Audience): TableDefinition {
  return {
    name: tableName('facts', audience),
    version: 1,
    description: `整理済みの数字（${audience} に見せるもの） Tidy facts as ${audience} sees them`,
    columns: [
      ...ofRelease,
      ...tidyColumns.map((name) =>
        column(name, name === 'value' ? 'FLOAT' : 'STRING', factDescriptions[name], name !== 'value'),
      ),
    ],
    partitionedBy: 'release_date',
    clusteredBy: ['municipality', 'indicator'],
  };
}

/** What was typed is in none of its columns: where a finding is, and of which kind. */
export function findingsTable(audience: Audience): TableDefinition {
  return {
    name: tableName('findings', audience),
    version: 1,
    description: `チェック結果（${audience}） Findings of ${audience}, without what was typed`,
    columns: [
      ...ofRelease,
      column('municipality', 'STRING', '市区町村コード code of the municipality'),
      column('workbook', 'STRING', 'ブック id of the workbook'),
      column('code', 'STRING', 'チェックの種類 kind of the finding'),
      column('severity', 'STRING', 'error か or notice'),
      column('tab', 'STRING', 'シート name of the tab', false),
      column('header', 'STRING', '列の見出し header of the column', false),
      column('row_number', 'INTEGER', '行 row as people see it', false),
      column('other_rows', 'INTEGER', '同じことのある、ほかの行の数 number of other rows with the same'),
    ],
    partitionedBy: 'release_date',
    clusteredBy: ['municipality', 'code'],
  };
}

/** A row as a line of JSON with its line break. */
export function factLine({ day, release, publishedAt }: RowRelease, fact: TidyFact): string {
  return `${JSON.stringify({ release_date: day, release, published_at: publishedAt, ...fact })}\n`;
}

export function findingLines({ day, release, publishedAt }: RowRelease, findings: FindingsObject): readonly string[] {
  return findings.workbooks.flatMap(({ workbook, findings: found }) =>
    found.map(({ code, severity, tab, header, row, otherRows }) => {
      const place = { municipality: findings.municipality, workbook, code, severity, tab, header };
      const line = { ...place, row_number: row, other_rows: otherRows.length };
      return `${JSON.stringify({ release_date: day, release, published_at: publishedAt, ...line })}\n`;
    }),
  );
}
