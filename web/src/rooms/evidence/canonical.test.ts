import { expect, test } from 'vitest';
import { canonical } from './canonical';

/** RFC 8785, 3.2.3: names are sorted by UTF-16 code units, whatever the order written. */
test('canonical_SortingExampleOfTheStandard_IsInItsOrder', () => {
  const value = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
  expect(Object.keys(JSON.parse(canonical(value)) as object)).toHaveLength(7);
  expect([...canonical(value).matchAll(/:"([A-Z]\w+)/g)].map(match => match[1])).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew']);
});

test('canonical_Nested_HasNoBlanks', () => {
  expect(canonical({ b: [1, true, null, 'x y'], a: { d: 1e21, c: '"' } })).toBe('{"a":{"c":"\\"","d":1e+21},"b":[1,true,null,"x y"]}');
});
