/** Names of files say whose figures they are, and every system takes them. */
import { expect, test } from 'vitest';
import { fileName } from '../../../../web/src/shape/export/file-name.ts';

test.each([
  [['氷見市', '経路別', '構成比', '令和6年度'], 'csv', '氷見市_経路別_構成比_令和6年度.csv'],
  [
    ['氷見市', '対象・課題別', '推移', '令和6年度 第1四半期'],
    'png',
    '氷見市_対象・課題別_推移_令和6年度_第1四半期.png',
  ],
  [['氷見市', '', '推移', ''], 'svg', '氷見市_推移.svg'],
  [['a/b\\c', 'd:e*f', '"g"<h>|i?', '..j..'], 'csv', 'a_b_c_d_e_f_g_h_i_j.csv'],
  [['', '...', ' '], 'xlsx', 'kasanari.xlsx'],
  [['か\u3099'], 'csv', 'が.csv'],
  [['行\n政', 'x\u202Egnp'], 'csv', '行_政_x_gnp.csv'],
] as const)('%j', (parts, ending, name) => {
  expect(fileName(parts, ending)).toBe(name);
});

test('a finding as a name is cut, never in the middle of a character', () => {
  const name = fileName(['𠮷'.repeat(60), '概況', '件'.repeat(200), '令和6年度'], 'csv');
  expect(name).toBe(`${'𠮷'.repeat(40)}_概況_${'件'.repeat(40)}_令和6年度.csv`);
});
