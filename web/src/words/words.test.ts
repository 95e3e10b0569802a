import { expect, test } from 'vitest';
import { catalogue, makeTranslate, translate, translateCode } from '.';
import type { Phrase } from './entry';

const phrases: [string, Phrase][] = Object.entries(catalogue);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort();

test('catalogue_EveryKey_HasBothLanguages', () => {
  const incomplete = phrases.filter(([, [zh, en]]) => zh.trim() === '' || en.trim() === '').map(([key]) => key);
  expect(incomplete).toEqual([]);
});

test('catalogue_EveryKey_HasTheSamePlacesInBothLanguages', () => {
  const uneven = phrases.filter(([, [zh, en]]) => places(zh).join() !== places(en).join()).map(([key]) => key);
  expect(uneven).toEqual([]);
});

test('catalogue_English_HasNoChineseLeft', () => {
  const leftovers = phrases.filter(([key, [, en]]) => key !== 'shell.language.zh' && /[\u4e00-\u9fff]/.test(en)).map(([key]) => key);
  expect(leftovers).toEqual([]);
});

test('catalogue_Areas_DoNotOverwriteEachOther', () => {
  // Every file of this folder but those that put the areas together.
  const files = import.meta.glob<Record<string, object>>(['./*.ts', '!./index.ts', '!./entry.ts', '!./terms?*.ts', '!./*.test.ts'], { eager: true });
  const areas = Object.values(files).flatMap(file => Object.values(file)).map(area => Object.keys(area).length);
  expect(phrases.length).toBe(areas.reduce((sum, count) => sum + count, 0));
});

test('translate_WithPlaces_FillsThem', () => {
  expect(translate('en', 'shell.total', { count: 7 })).toBe('7 in total');
});

test('translateCode_UnknownCode_ShowsTheCode', () => {
  expect(translateCode('zh', 'market', 'XXXX')).toBe('XXXX');
});

test('either_EmptyName_FallsBackToTheOtherLanguage', () => {
  expect(makeTranslate('en').either('优先级', '')).toBe('优先级');
});
