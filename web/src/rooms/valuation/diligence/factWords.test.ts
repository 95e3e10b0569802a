import { expect, test } from 'vitest';
import { parse } from 'yaml';
import checklist from '../../../../../data/diligence/checklist.yaml?raw';
import rubric from '../../../../../data/rubrics/platform-patent.yaml?raw';
import { catalogue } from '../../../words';

const lacking = (words: readonly string[]) => [...new Set(words)].filter(word => !(`factWord.${word}` in catalogue));

test('factWords_OfTheChecklist_AreAllTold', () => {
  const { facts } = parse(checklist) as { facts: { words?: string[] }[] };
  expect(facts.length).toBeGreaterThan(30);
  expect(lacking(facts.flatMap(fact => (fact.words ?? []).map(String)))).toEqual([]);
});

test('factWords_OfTheShippedRubric_AreAllTold', () => {
  const { level1 } = parse(rubric) as { level1: { level2: { level3: { anchors?: { in?: string[] }[] }[] }[] }[] };
  const words = level1.flatMap(side => side.level2.flatMap(group => group.level3.flatMap(indicator => (indicator.anchors ?? []).flatMap(anchor => (anchor.in ?? []).map(String)))));
  expect(words.length).toBeGreaterThan(5);
  expect(lacking(words)).toEqual([]);
});
