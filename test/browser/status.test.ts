/** データの状態 in a real Chromium: findings by address, the tabs of an office, and the ledger after a correction. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createFixedIdentity, localIdentity } from '#functions/serve/identity.ts';
import { choose, click, goBack, goTo, press, reload } from './act.ts';
import { openPage, readTable, resizeTo } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

afterEach(() => {
  stage.cut(false);
  stage.between(null);
  stage.identify(localIdentity);
});

/** Changes a file of a workbook until the test has ended, however it ends, and publishes. */
async function changeFile(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  onTestFinished(async () => {
    await writeFile(file, before);
    await stage.run();
  });
  await writeFile(file, text);
  await stage.run();
}

test('a kind of finding is chosen by keyboard, stands in the address, and lists only its own', async () => {
  const { page, close } = await openPage(stage, '/162051/status');
  const kind = page.locator('.kinds button').first();
  const count = Number(await kind.locator('strong').textContent());
  await kind.focus();
  await press(page, 'Enter');
  await page.waitForURL(/&kind=/);
  await page.waitForFunction((most) => {
    const shown = document.querySelectorAll('#findings .finding').length;
    return shown > 0 && shown <= most;
  }, count);
  const address = page.url().slice(stage.origin.length);
  const listed = await page.locator('#findings .finding').count();
  const measure = await page.locator('#findings .measure').textContent();
  await reload(page);
  await page.locator('#findings .finding').first().waitFor();
  const again = await page.locator('#findings .finding').count();
  await close();
  expect(address).toMatch(/^\/162051\/status\?state=(?:error|notice)&kind=/);
  expect(listed).toBeGreaterThan(0);
  expect(listed).toBeLessThanOrEqual(count);
  expect(again).toBe(listed);
  expect(measure).toContain('件を表示');
});

test('the tabs of each office stand below it when asked for, and in the address', async () => {
  const { page, close } = await openPage(stage, '/992054/status');
  const before = (await readTable(page, 'calendar')).length;
  await click(page.getByRole('button', { name: 'シートごとに見る' }));
  const after = (await readTable(page, 'calendar')).length;
  const address = page.url().slice(stage.origin.length);
  await close();
  expect(after).toBeGreaterThan(before);
  expect(address).toBe('/992054/status?show=sources');
});

test('a month of the calendar opens the rows of its office tab by tab, by keyboard too; a month of totals alone these', async () => {
  const { page, complaints, close } = await openPage(stage, '/992054/status');
  const calendar = page.locator('[data-figure="calendar"]');
  const office = await calendar.locator('tbody th').first().textContent();
  await calendar.locator('.table-frame').focus();
  await press(page, 'ArrowRight');
  const word = await page.evaluate(() => document.activeElement?.textContent ?? '');
  await press(page, 'Enter');
  const rowsIn = async (tab: string) => {
    await page.locator('.rows-sentence', { hasText: tab }).waitFor();
    const address = new URL(page.url()).searchParams.get('rows')?.replace(/office_.+?\./, 'office.');
    return [await page.locator('.rows-table tbody tr').count(), address];
  };
  const [cases] = await rowsIn('相談受付');
  const figure = await page.locator('.rows-figure').textContent();
  const tabs = page.locator('.rows-panel .choice-switch button');
  const names = await tabs.allTextContents();
  await tabs.filter({ hasText: '支援記録' }).focus();
  await press(page, 'Enter');
  const [actions, address] = await rowsIn('支援記録');
  const focus = await page.evaluate(() => document.activeElement?.textContent);
  await goBack(page);
  const before = await rowsIn('相談受付');
  await close();
  const totals = await openPage(stage, '/162051/status');
  await click(totals.page.locator('[data-figure="calendar"] .rows-open').first());
  const sentence = await totals.page.locator('.rows-sentence').textContent();
  const given = await totals.page.locator('.rows-table tbody tr').count();
  await totals.close();
  expect(word).toMatch(/報告あり$/);
  expect(figure).toContain(`令和6年4月の新規相談件数（${office}）`);
  expect(names.slice(0, 2)).toEqual(['相談受付', '支援記録']);
  expect(Math.min(Number(cases), Number(actions), given)).toBeGreaterThan(0);
  expect({ address, focus, before }).toEqual({
    address: 'N02-office.2024-04.all.all.992054',
    focus: '支援記録',
    before: [cases, 'N01-office.2024-04.all.all.992054'],
  });
  expect(sentence).toBe(`この月にかかる集計報告の${given}行です。`);
  expect(complaints).toEqual([]);
});

test('on a telephone the calendar begins with the newest month, and the keyboard with what is in sight', async () => {
  const { page, close } = await openPage(stage, '/992054/status', 360);
  const frame = page.locator('[data-figure="calendar"] .table-frame');
  await frame.locator('th[data-month="2024-12"]').waitFor();
  const inSight = await frame.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const edge = element.querySelector('tbody th')?.getBoundingClientRect().right ?? 0;
    const heads = [...element.querySelectorAll<HTMLElement>('th[data-month]')];
    return heads
      .filter(
        (head) => head.getBoundingClientRect().right <= box.right + 1 && head.getBoundingClientRect().left >= edge - 1,
      )
      .map((head) => head.dataset.month);
  });
  await frame.focus();
  await press(page, 'ArrowRight');
  const isEntered = await frame.evaluate((element) => {
    const edge = element.querySelector('tbody th')?.getBoundingClientRect().right ?? 0;
    const at = document.activeElement?.getBoundingClientRect();
    return at !== undefined && at.left >= edge && at.right <= element.getBoundingClientRect().right;
  });
  const order = await frame.locator('th[data-month]').evaluateAll((heads) => heads.map((head) => head.dataset.month));
  await close();
  expect(inSight.at(-1)).toBe('2024-12');
  expect(isEntered).toBe(true);
  expect(order).toEqual(order.toSorted());
});

test('a corrected figure stands in the ledger with both values, is told on the overview, and leads to its view', async () => {
  const file = join(stage.folder, 'himi', '集計報告.csv');
  const before = await readFile(file, 'utf8');
  const changed = before.replace('2017,,新規相談件数,,,,229,', '2017,,新規相談件数,,,,231,');
  expect(changed).not.toBe(before);
  await changeFile(file, changed);
  const overview = await openPage(stage, '/162051');
  const told = await overview.page.locator('.changes li').allTextContents();
  await click(overview.page.getByRole('link', { name: '訂正の記録を見る' }));
  await overview.page.locator('[data-figure="corrections"] tbody tr').first().waitFor();
  const rows = await readTable(overview.page, 'corrections');
  const isSeen = await overview.page
    .locator('[data-figure="corrections"]')
    .evaluate((figure) => figure.getBoundingClientRect().top < innerHeight);
  await click(overview.page.locator('[data-figure="corrections"]').getByRole('link', { name: '新規相談件数' }));
  await overview.page.getByRole('heading', { level: 1, name: '圏域別' }).waitFor();
  const address = overview.page.url().slice(stage.origin.length);
  await overview.close();
  expect(told.some((sentence) => sentence.includes('229件から231件に訂正されました'))).toBe(true);
  expect(rows[0]?.slice(1)).toEqual(['平成29年度', '全体', '新規相談件数', '229', '231', '+2']);
  expect(isSeen).toBe(true);
  expect(address).toBe('/162051/areas?period=FY2017');
});

/** 24 months of ten consultations and one of forty: 架空のデータ. */
function surgingWorkbook(): Readonly<Record<string, string>> {
  const months = [2022, 2023, 2024].flatMap((year) =>
    [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => [year, month] as const),
  );
  const due = months.slice(0, months.findIndex(([year, month]) => year === 2024 && month === 12) + 1);
  const rows = due.map(
    ([year, month], place) => `${year},${month},新規相談件数,,,,${place === due.length - 1 ? 40 : 10}`,
  );
  return {
    基本情報: [
      '項目,値',
      '市区町村コード,992046',
      '都道府県名,海野県',
      '市区町村名,桐野市',
      '報告機関名,福祉課',
      '様式版,1',
      'データの種類,架空',
    ].join('\n'),
    圏域: '圏域コード,圏域名,圏域種別,上位圏域コード\nALL,桐野市,市町村全域,',
    集計報告: ['年度,月,指標,圏域,経路,対象,値', ...rows].join('\n'),
  };
}

test('a month far outside the usual is told on the overview as 急増, with the usual range', async () => {
  const folder = join(stage.folder, 'kirino');
  await mkdir(folder, { recursive: true });
  for (const [tab, text] of Object.entries(surgingWorkbook())) await writeFile(join(folder, `${tab}.csv`), text);
  await stage.run();
  const { page, close } = await openPage(stage, '/992046');
  await page.locator('.changes li').first().waitFor();
  const told = await page.locator('.changes li').allTextContents();
  await close();
  expect(told[0]).toMatch(/急増.*12月.*新規相談.*40件/s);
  expect(told[0]).toMatch(/\d+〜\d+件/);
});

test('a workbook that cannot be read is named with its reason, its neighbours with their last edit and reading', async () => {
  const broken = join(stage.folder, 'broken.xlsx');
  await writeFile(broken, 'no workbook at all');
  onTestFinished(async () => {
    await rm(broken);
    await stage.run();
  });
  await stage.run();
  const { page, close } = await openPage(stage, '/992054/status');
  await page.locator('[data-figure="workbooks"] tbody tr').first().waitFor();
  const rows = await readTable(page, 'workbooks');
  const reasons = await page.locator('.held li').allTextContents();
  await close();
  expect(rows.map((row) => row[0])).toEqual(expect.arrayContaining(['broken.xlsx', 'fujigaura']));
  const own = rows.find((row) => row[0] === 'fujigaura') ?? [];
  expect(own.slice(1, 3).every((moment) => /\d月\d+日/.test(moment ?? ''))).toBe(true);
  expect(own[3]).toBe('読み取り済み');
  expect(reasons.some((reason) => reason.includes('broken.xlsx'))).toBe(true);
});

test('every page warns where runs have stopped, by the clock of the server', async () => {
  stage.between(async (request, pass) => {
    const answer = await pass();
    if (!request.url.endsWith('/api/session') || answer.status !== 200) return answer;
    const isPacked = answer.headers.get('content-encoding') === 'gzip';
    const body = isPacked ? answer.body?.pipeThrough(new DecompressionStream('gzip')) : answer.body;
    const session = (await new Response(body).json()) as { ranAt: string };
    const answeredAt = new Date(Date.parse(session.ranAt) + 11 * 60_000).toUTCString();
    const headers = { 'content-type': 'application/json', date: answeredAt };
    return new Response(JSON.stringify({ ...session, expectedMinutes: 10 }), { headers });
  });
  const { page, close } = await openPage(stage, '/162051/glossary');
  const warning = page.locator('.status-line', { hasText: '数字の更新が' });
  await warning.waitFor();
  const said = await warning.textContent();
  await close();
  expect(said).toMatch(/^数字の更新が1月14日 \d+:\d+から止まっています。/);
});

test('an administrator lets a workbook through by keyboard alone; once, without a role that opens figures; a refusal loses nothing', async () => {
  const file = join(stage.folder, 'fujigaura', '相談受付.csv');
  const whole = await readFile(file, 'utf8');
  const lines = whole.split('\n');
  await changeFile(file, lines.slice(0, lines.length / 3).join('\n'));
  const { page, complaints, close } = await openPage(stage, '/992054/status');
  const section = page.locator('.let-through');
  const found: string[] = [];
  const findIn = async () => {
    const axe = new AxeBuilder({ page }).setLegacyMode().include('.let-through');
    found.push(...(await axe.analyze()).violations.map(({ id }) => id));
  };
  const focused = async () => await page.evaluate(() => document.activeElement?.textContent ?? '');
  const pressTo = async (key: string, on: string) => {
    await press(page, key);
    await page.waitForFunction((text) => document.activeElement?.textContent === text, on);
  };
  const said = section.locator('[role="status"]');
  const question = '報告機関に確かめましたか。次の取り込みから、いまの内容の数字に変わります。';
  const [button, yes] = ['正しいので、使う', 'はい、使います'];
  await section.getByRole('button', { name: button }).focus();
  await findIn();
  await pressTo('Enter', question);
  await findIn();
  await pressTo('Tab', yes);
  await pressTo('Tab', 'やめる');
  await pressTo('Enter', button);
  await pressTo('Enter', question);
  await pressTo('Escape', button);
  await pressTo('Enter', question);
  await pressTo('Tab', yes);
  let status: number | 'no line' | 'as the server does' = 'as the server does';
  await page.route('**/let-through', async (route) => {
    if (status === 'as the server does') await route.continue();
    else if (status === 'no line') await route.abort();
    else await route.fulfill({ status, contentType: 'application/json', body: '{}' });
  });
  const told: string[] = [];
  for (const [answered, words] of [
    [503, '伝えられませんでした。前の数字はそのまま使っています。'],
    [403, '通せるのは管理者だけです。'],
    ['no line', '伝えられませんでした。前の数字はそのまま使っています。'],
  ] as const) {
    status = answered;
    await press(page, 'Enter');
    await said.filter({ hasText: words }).waitFor();
    told.push(await focused());
  }
  await findIn();
  status = 409;
  await press(page, 'Enter');
  await said.filter({ hasText: '内容がまた変わったので、いまは確かめていません。' }).waitFor();
  const stale = await section.getByRole('button').allTextContents();
  await pressTo('Tab', '新しい内容を見る');
  await press(page, 'Enter');
  await section.getByRole('button', { name: button }).waitFor();
  status = 'as the server does';
  const alone = { isLocal: false, address: 'kanri@city.example.jp', isAdministrator: true, audiences: [] };
  stage.identify({ identify: () => Promise.resolve(alone) });
  await goTo(page, stage.origin);
  await click(page.locator('main').getByRole('link', { name: '運用の状態' }));
  await section.getByRole('button', { name: button }).focus();
  await pressTo('Enter', question);
  await findIn();
  await pressTo('Tab', yes);
  await press(page, 'Enter');
  await said.filter({ hasText: '受け付けました。次の取り込みで、新しい数字になります。' }).waitFor();
  const done = [await focused(), await page.locator('.trouble-links a').count()];
  await goTo(page, `${stage.origin}/health`);
  await said.filter({ hasText: '「正しい」と答えてあります。' }).waitFor();
  stage.identify(localIdentity);
  await goTo(page, `${stage.origin}/992054/status?lang=en`);
  await said.filter({ hasText: 'It has been answered with yes.' }).waitFor();
  const left = [await section.locator('h2').textContent(), await section.getByRole('button').count()];
  await findIn();
  await close();
  expect({ found, told, stale, done, left }).toEqual({
    found: [],
    told: [yes, yes, yes],
    stale: ['新しい内容を見る'],
    done: [expect.stringContaining('「fujigaura」への問い'), 0],
    left: ['Workbooks that the next run uses: 1', 0],
  });
  expect(complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
});

test('whoever cannot be signed out is told so and may try again; then the page begins anew', async () => {
  const signedIn = { isLocal: false, address: 'kanri@city.example.jp', isAdministrator: true, by: 'cookie' } as const;
  stage.identify({ identify: () => Promise.resolve({ ...signedIn, audiences: ['office:162051'] }) });
  const { page, close } = await openPage(stage, '/162051/glossary');
  const button = page.locator('nav.navigation').getByRole('button', { name: 'サインアウト' });
  const alert = page.locator('nav.navigation [role="alert"]');
  stage.cut(true);
  await button.focus();
  await press(page, 'Enter');
  await alert.waitFor();
  const said = await alert.textContent();
  const kept = [new URL(page.url()).pathname, await page.evaluate(() => document.activeElement?.textContent)];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('nav.navigation').analyze();
  stage.cut(false);
  stage.between(async (request, pass) =>
    request.method === 'POST' ? new Response(null, { status: 204 }) : await pass(),
  );
  // It leads to another page, where this one can say no more.
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('glossary'));
  await close();
  expect(said).toMatch(/^サインアウトできませんでした。まだサインインしたままです。/);
  expect(kept).toEqual(['/162051/glossary', 'サインアウト']);
  expect(violations).toEqual([]);
});

test('an administrator sees how it runs and who did what, by keyboard, on a phone too; nobody else does', async () => {
  const { page, complaints, close } = await openPage(stage, '/162051/status');
  const open = async (name: string) => {
    await page.locator('nav.navigation a', { hasText: name }).focus();
    await press(page, 'Enter');
    await page.locator('main h1', { hasText: name }).waitFor();
    await page.locator('main tbody tr').first().waitFor();
  };
  const found: unknown[] = [];
  for (const name of ['運用の状態', '操作の記録']) {
    await resizeTo(page, 1440);
    await open(name);
    for (const width of [1440, 360]) {
      await resizeTo(page, width);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push([name, width, overflow]);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      found.push(...violations.map(({ id, nodes }) => [name, width, id, nodes.map(({ target }) => target)]));
    }
  }
  await choose(page.locator('#audit-action'), { label: '公開した' });
  await page.waitForURL(/kind=released/);
  const told = await page.locator('main tbody tr td').allTextContents();
  stage.identify(createFixedIdentity(['office:162051']));
  await goTo(page, `${stage.origin}/health`);
  await page.getByText('役割が「管理者」の人だけが見られます').waitFor();
  const links = await page.locator('nav.navigation .pages a').allTextContents();
  await close();
  expect({ found, complaints }).toEqual({ found: [], complaints: [] });
  expect(told.length).toBeGreaterThan(0);
  for (const line of told) expect(line).toMatch(/^取り込みが公開版 [0-9a-f]{8}…を公開しました（/);
  expect(links.filter((link) => link === '運用の状態' || link === '操作の記録')).toEqual([]);
});
