import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '#functions/adapters/folder/template-package.ts';
import { type OpenedTemplate, openTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { compareTyped } from '#functions/template/compare-typed.ts';
import { planUpgrade } from '#functions/template/plan-changes.ts';
import { signText } from '#sheets-schema/template-note.ts';
import { type PackageParts, packageParts, type ZipPart, zip } from './package-builder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'template-xlsx-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

const text = (place: string, inside: string) => `<c r="${place}" t="inlineStr"><is>${inside}</is></c>`;
const words = (row: number, ...cells: readonly string[]) =>
  `<row r="${row}" spans="1:${cells.length}">${cells.map((cell, index) => text(`${'ABCDEF'[index]}${row}`, `<t>${cell}</t>`)).join('')}</row>`;
const profile = `${words(1, '項目', '値')}${words(2, '市区町村コード', '162051')}${words(3, '様式版', '1')}`;

/** Opens, renews, opens again. */
async function renew(parts: readonly ZipPart[]) {
  const path = join(folder, 'a.xlsx');
  await writeFile(path, zip(parts));
  const before = await reading(path);
  const planned = planUpgrade(before.opened.grids, before.opened.surface, { fiscalYear: 2024 });
  if (planned.outcome === 'refused') throw new Error(planned.code);
  await writeFile(path, await before.opened.write(planned.changes));
  const after = await reading(path);
  const again = planUpgrade(after.opened.grids, after.opened.surface, { fiscalYear: 2024 });
  return {
    ...after,
    before,
    changes: planned.changes,
    again: again.outcome === 'planned' ? again.changes : again,
    different: compareTyped(before.opened.grids, after.opened.grids, planned.changes),
  };
}

/** Of a tab by its name: its number changes when はじめに is put before it. */
function surfaceOf({ grids, surface }: OpenedTemplate, tab: string) {
  return surface.tabs.get(grids.find((grid) => grid.tab === tab)?.id ?? '');
}

async function reading(path: string) {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return { opened: await openTemplateFile(file, size), parts: await openPackage(file, size) };
  } finally {
    await file.close();
  }
}

/** A workbook with a profile and this tab, and parts that are none of our business. */
function workbook(cases: PackageParts['tabs'][number], more: Partial<PackageParts> = {}): ZipPart[] {
  return packageParts({ tabs: [{ name: '基本情報', rows: profile }, cases], ...more });
}

describe('renewing an .xlsx file that an office has made its own', () => {
  it('leaves every part that has no change as it is, byte for byte', async () => {
    const others: ZipPart[] = [
      { name: 'xl/vbaProject.bin', text: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 255, 254]) },
      { name: 'xl/charts/chart1.xml', text: '<c:chartSpace xmlns:c="urn:c"><c:chart/></c:chartSpace>' },
      { name: 'xl/drawings/drawing1.xml', text: '<xdr:wsDr xmlns:xdr="urn:x"> <a/>\r\n</xdr:wsDr>' },
      { name: 'xl/theme/theme1.xml', text: '\uFEFF<a:theme xmlns:a="urn:a"/>' },
      { name: 'customXml/item1.xml', text: '<うちの/>' },
      { name: 'docProps/app.xml', text: '<Properties/>' },
    ];
    const { parts, before, different, again } = await renew([
      ...workbook({ name: '相談受付', rows: words(1, '受付番号', '受付日') }, { hasChartSheet: true }),
      ...others,
    ]);
    for (const { name } of others) expect([name, parts.parts.get(name)]).toEqual([name, before.parts.parts.get(name)]);
    expect([different, again]).toEqual([[], []]);
  });

  it('keeps what stands around the cells: rules, merges, furigana, hidden rows, filters, pictures', async () => {
    const rows = `${words(1, '受付番号', '受付日')}<row r="2" hidden="1" ht="30" customHeight="1"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>43190</v></c><c r="C2"><f>SUM(1,2)</f><v>3</v></c></row>`;
    const after =
      '<autoFilter ref="A1:B9"/><mergeCells count="1"><mergeCell ref="D4:E5"/></mergeCells><conditionalFormatting sqref="A2:A9"><cfRule type="expression" dxfId="0" priority="1"><formula>A2=""</formula></cfRule></conditionalFormatting><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><drawing xmlns:r="urn:r" r:id="rId1"/><extLst><ext uri="{X}"><うち/></ext></extLst>';
    const { parts, different, again, opened } = await renew(
      workbook(
        { name: '相談受付', rows, after },
        { sharedStrings: ['<t>東山</t><rPh sb="0" eb="2"><t>ヒガシヤマ</t></rPh>'], formats: [14], is1904: true },
      ),
    );
    const sheet = parts.read('xl/worksheets/sheet2.xml');
    for (const kept of [
      '<row r="2" hidden="1" ht="30" customHeight="1">',
      '<c r="C2"><f>SUM(1,2)</f><v>3</v></c>',
      '<autoFilter ref="A1:B9"/><mergeCells count="1"><mergeCell ref="D4:E5"/></mergeCells><conditionalFormatting sqref="A2:A9">',
      '</conditionalFormatting><dataValidations count="',
      '</dataValidations><pageMargins left="1"',
      '<drawing xmlns:r="urn:r" r:id="rId1"/><legacyDrawing ',
      '<extLst><ext uri="{X}"><うち/></ext></extLst>',
    ]) {
      expect(sheet).toContain(kept);
    }
    expect(opened.grids.find(({ tab }) => tab === '相談受付')?.rows[1]).toEqual(['東山', { serial: 44652 }, 3]);
    expect([different, again]).toEqual([[], []]);
  });

  it('adds columns right of everything that stands in the tab, merged cells and lone words too', async () => {
    const rows = `${words(1, '受付番号', '受付日')}<row r="9">${text('F9', '<t>一言</t>')}</row>`;
    const { changes, different } = await renew(
      workbook({ name: '相談受付', rows, after: '<mergeCells><mergeCell ref="H3:I3"/></mergeCells>' }),
    );
    const added = changes.find(({ name }) => name === 'cases')?.columns.map(({ column }) => column);
    expect(Math.min(...(added ?? []))).toBe(9);
    expect(different).toEqual([]);
  });

  it('keeps notes of people, and renews ours only while nobody has edited them', async () => {
    const rows = words(1, '開催日', '会議種別', '圏域');
    const first = await renew(workbook({ name: '会議', rows }));
    const notes = surfaceOf(first.opened, '会議')?.notes;
    const [day, kind, area] = ['0:0', '0:1', '0:2'].map((place) => notes?.get(place) ?? '');
    expect(day).toContain('例：2024/11/20');
    // Somebody edits one note; another is as an earlier version of the template wrote it.
    const earlier = signText('会議の種類。');
    const edited = [...first.parts.parts].map(([name, bytes]): ZipPart => {
      const part = Buffer.from(bytes).toString();
      const isNotes = name.startsWith('xl/comments');
      return {
        name,
        text: isNotes ? part.replace(day ?? '', `課長に聞く\n${day}`).replace(kind ?? '', earlier) : bytes,
      };
    });
    const { opened, again, changes } = await renew(edited);
    const after = surfaceOf(opened, '会議')?.notes;
    expect(['0:0', '0:1', '0:2'].map((place) => after?.get(place))).toEqual([`課長に聞く\n${day}`, kind, area]);
    expect(changes.flatMap(({ cells }) => cells)).toEqual([{ row: 0, column: 1, note: kind }]);
    expect(again).toEqual([]);
  });

  it('takes dropdowns apart that stand over several columns, also where Excel keeps them in an extension', async () => {
    const own =
      '<dataValidations count="2"><dataValidation type="list" sqref="B2:C50 D7"><formula1>"はい,いいえ"</formula1></dataValidation><dataValidation type="whole" operator="greaterThan" sqref="A2:A50"><formula1>0</formula1></dataValidation></dataValidations>';
    const extension =
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:x14="urn:x14" xmlns:xm="urn:xm" count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>選択肢!$C$40:$C$44</xm:f></x14:formula1><xm:sqref>B2:C50</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    const asOwn = await renew(workbook({ name: '会議', rows: words(1, '開催日', '会議種別', '圏域'), after: own }));
    expect(surfaceOf(asOwn.opened, '会議')?.dropdownAt(1, 1)).toBe('own');
    expect(asOwn.parts.read('xl/worksheets/sheet2.xml')).toContain('sqref="B2:C50 D7"');
    const codeLists = { name: '選択肢', rows: words(1, '区分', '標準コード', '表示名', '使用') };
    const asOurs = await renew(
      packageParts({
        tabs: [
          { name: '基本情報', rows: profile },
          { name: '会議', rows: words(1, '開催日', '会議種別', '圏域'), after: extension },
          codeLists,
        ],
      }),
    );
    const kinds = surfaceOf(asOurs.opened, '会議')?.dropdownAt(1, 1);
    expect(kinds).toMatchObject({ tab: '選択肢', column: 2 });
    expect(kinds).not.toMatchObject({ firstRow: 39 });
    expect(asOurs.parts.read('xl/worksheets/sheet2.xml')).toContain('<xm:sqref>C2:C50</xm:sqref>');
    expect(asOurs.again).toEqual([]);
  });

  it('understands files whose elements carry a prefix', async () => {
    const prefixed = workbook({ name: '会議', rows: words(1, '開催日', '会議種別') }).map((part): ZipPart => {
      if (!/^xl\/(?:worksheets\/sheet|workbook\.xml|styles)/.test(part.name) || typeof part.text !== 'string')
        return part;
      const renamed = part.text
        .replaceAll(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
        .replace('<?x:xml', '<?xml')
        .replace('xmlns=', 'xmlns:x=');
      return { ...part, text: renamed };
    });
    const { parts, different, again } = await renew(prefixed);
    expect(parts.read('xl/worksheets/sheet2.xml')).toMatch(/<x:dataValidations .*<x:legacyDrawing /s);
    expect([different, again]).toEqual([[], []]);
  });

  it('moves along what counts tabs from the left when はじめに comes first', async () => {
    const parts = workbook({ name: '会議', rows: words(1, '開催日', '会議種別') }).map((part) =>
      part.name === 'xl/workbook.xml'
        ? {
            ...part,
            text: String(part.text)
              .replace('<sheets>', '<bookViews><workbookView firstSheet="0" activeTab="1"/></bookViews><sheets>')
              .replace(
                '</sheets>',
                '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">会議!$A$1:$C$9</definedName></definedNames>',
              ),
          }
        : part,
    );
    const { parts: after, opened } = await renew(parts);
    const text = after.read('xl/workbook.xml');
    expect(opened.grids[0]?.tab).toBe('はじめに');
    expect(text).toContain('activeTab="2"');
    expect(text).toContain('localSheetId="2">会議!$A$1:$C$9<');
    expect(text.indexOf('<definedNames>')).toBeGreaterThan(text.indexOf('</sheets>'));
  });

  it('refuses a signed file, and says so', async () => {
    const path = join(folder, 'signed.xlsx');
    await writeFile(
      path,
      zip([...workbook({ name: '会議', rows: '' }), { name: '_xmlsignatures/sig1.xml', text: '<Signature/>' }]),
    );
    await expect(reading(path)).rejects.toMatchObject({ reason: 'signed' });
  });
});
