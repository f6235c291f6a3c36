/** 市町村比較 in a real Chromium: who differs clearly, what is true of one municipality, and that no state looks like another. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { choose, click, goBack, press } from './act.ts';
import { openPage, readTable, resizeTo } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';
import { uminoTowns, uminoWorkbooks } from './umino-prefecture.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ workbooks: uminoWorkbooks(), now: '2025-04-20T00:00:00Z' });
}, 240_000);

afterAll(async () => {
  await stage?.stop();
});

test('the finding stands first, then who is left out; keys go through the municipalities, and each says its sentence', async () => {
  const { page, complaints, close } = await openPage(stage, '/992054/compare');
  const address = () => page.url().slice(stage.origin.length);
  await page.locator('[data-figure="ranked"] tbody tr').first().waitFor();
  const finding = await page.locator('[data-figure="ranked"] h2').textContent();
  const completeness = await page.locator('.completeness').textContent();
  const rows = await readTable(page, 'ranked');
  const stops = await page.locator('.town-button[tabindex="0"]').count();
  await page.locator('.town-button[tabindex="0"]').focus();
  await press(page, 'End');
  const reached = async () => await page.evaluate(() => document.activeElement?.textContent);
  for (let step = 0; step < 6 && (await reached()) !== '霧野村'; step += 1) await press(page, 'ArrowUp');
  await press(page, 'Enter');
  await page.locator('[data-town="993093"]').waitFor();
  const hidden = { address: address(), words: await page.locator('[data-town="993093"]').textContent() };
  await goBack(page);
  await page.locator('[data-town="993093"]').waitFor({ state: 'detached' });
  await choose(page.locator('#compare-period'), 'FY2024');
  await click(page.getByRole('button', { name: 'ならした値を並べる' }));
  const beside = address();
  const smoothed = await readTable(page, 'ranked');
  await close();
  expect(finding).toContain('明らかに高いのは1市町村（藤ヶ浦市）、明らかに低いのは1市町村（松ヶ丘町）');
  expect(completeness).toMatch(
    /^19市町村のうち\d+市町村を比べています。未報告：青波町。秘匿（少ない件数を守るため）：.*霧野村/,
  );
  expect(rows.find((row) => row[1]?.startsWith('松ヶ丘町'))?.slice(1)).toEqual([
    '松ヶ丘町',
    '40',
    '17.1',
    '',
    '明らかに低い',
  ]);
  expect(rows.find((row) => row[1]?.startsWith('鳴海村'))?.slice(2, 4)).toEqual(['0', '0.0']);
  expect(rows.find((row) => row[1]?.startsWith('霧野村'))?.slice(2, 5)).toEqual([
    'x秘匿',
    '',
    '秘匿（少ない件数を守るため）',
  ]);
  expect(rows.find((row) => row[1]?.startsWith('青波町'))?.slice(2, 5)).toEqual([
    '…未報告',
    '',
    '未報告（令和6年4月から）',
  ]);
  expect(stops).toBe(1);
  expect(hidden.address).toBe('/992054/compare?town=993093');
  expect(hidden.words).toContain('少ない件数を守るため表示していません。0件という意味ではありません。');
  expect(beside).toBe('/992054/compare?period=FY2024&kind=smoothed');
  expect(smoothed.find((row) => row[1]?.startsWith('鳴海村'))?.[4]).toMatch(/^◇ [1-9]/);
  expect(complaints).toEqual([]);
});

test('the funnel is walked by keys, its labels never cover each other, and its table says the same', async () => {
  const { page, complaints, close } = await openPage(stage, '/992054/compare?show=funnel');
  const labels = page.locator('[data-label]');
  const covered: string[] = [];
  for (const width of [1440, 360]) {
    await resizeTo(page, width);
    await labels.first().waitFor();
    covered.push(
      ...(await labels.evaluateAll((texts) =>
        texts.flatMap((one, place) => {
          const a = one.getBoundingClientRect();
          return texts.slice(place + 1).flatMap((other) => {
            const b = other.getBoundingClientRect();
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const upright = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            return across > 2 && upright > 4 ? [`${one.textContent} on ${other.textContent}`] : [];
          });
        }),
      )),
    );
  }
  const bold = await page.locator('.funnel-bold').allTextContents();
  await page.getByRole('application').focus();
  await press(page, 'ArrowRight');
  const said = await page.locator('.drawn-chart [aria-live]').textContent();
  await press(page, 'Enter');
  // The smallest that is drawn; which that is depends on who is hidden.
  const smallest = uminoTowns.find(({ name }) => said?.startsWith(`${name} `) === true)?.code;
  await page.locator(`.funnel [data-town="${smallest}"]`).waitFor();
  const address = page.url().slice(stage.origin.length);
  await click(page.getByRole('button', { name: '表で見る' }));
  const rows = await readTable(page, 'funnel');
  await close();
  expect(covered).toEqual([]);
  expect(bold.toSorted()).toEqual(['松ヶ丘町 17.1', '藤ヶ浦市 48.0']);
  expect(said).toMatch(/^\S+ [\d.]+、偶然の範囲内、見込み\d+件$/);
  expect(address).toBe(`/992054/compare?show=funnel&town=${smallest}`);
  expect(rows.find(([name]) => name === '鳴海村')?.at(-1)).toBe('描いていない（見込み10件未満）');
  expect(rows.find(([name]) => name === '霧野村')?.join(' ')).toContain('x秘匿');
  expect(rows).toHaveLength(19);
  expect(complaints).toEqual([]);
});

test.each(['', 'show=funnel'])(
  'with "%s" it fits every width in both languages, and axe finds nothing',
  async (way) => {
    const found: string[] = [];
    for (const language of ['lang=ja', 'lang=en']) {
      const query = [way, 'town=993069', 'kind=smoothed', language].filter((part) => part !== '').join('&');
      const { page, complaints, close } = await openPage(stage, `/992054/compare?${query}`);
      await page.locator('.town-card').first().waitFor();
      for (const width of [1440, 768, 360]) {
        await resizeTo(page, width);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) found.push(`${width} px: ${overflow} px too wide`);
        // English changes words and their lengths; what axe looks for besides is the same at the other widths.
        if (language === 'lang=en' && width !== 360) continue;
        const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
        // Colours are the same in both languages.
        const { violations } = await axe.disableRules(language === 'lang=ja' ? [] : ['color-contrast']).analyze();
        found.push(
          ...violations.map(
            ({ id, nodes }) =>
              `${language} ${width} px: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          ),
        );
      }
      found.push(...complaints);
      await close();
    }
    expect(found).toEqual([]);
  },
);

test('a release without a comparison shows the plain page', async () => {
  stage.between(async (request, pass) => {
    const answer = await pass();
    if (new URL(request.url).pathname !== '/api/prefectures/99') return answer;
    const isPacked = answer.headers.get('content-encoding') === 'gzip';
    const body = isPacked ? answer.body?.pipeThrough(new DecompressionStream('gzip')) : answer.body;
    const { comparison, ...earlier } = (await new Response(body).json()) as PrefectureIndex;
    return Response.json(earlier);
  });
  const { page, complaints, close } = await openPage(stage, '/992054/compare');
  await page.locator('[data-figure="ranked"] tbody tr').first().waitFor();
  const years = await page.locator('#compare-year').count();
  await close();
  stage.between(null);
  expect(years).toBe(1);
  expect(complaints).toEqual([]);
});
