import { expect, test } from 'vitest';
import { proofSteps } from './proofPath';

/** RFC 6962, 2.1.3: a tree of 7 leaves. PATH(3) = [c, g, l], PATH(6) = [i, k], PATH(4) = [f, j, k]. */
test.each([
  [3, ['c', 'g', 'l'], [['left', 2, 2], ['left', 0, 1], ['right', 4, 6]]],
  [6, ['i', 'k'], [['left', 4, 5], ['left', 0, 3]]],
  [4, ['f', 'j', 'k'], [['right', 5, 5], ['right', 6, 6], ['left', 0, 3]]],
  [0, ['b', 'h', 'l'], [['right', 1, 1], ['right', 2, 3], ['right', 4, 6]]],
])('proofSteps_Leaf%iOfSeven_FollowsTheStandard', (index, path, expected) => {
  const steps = proofSteps(index, 7, path);
  expect(steps?.map(step => [step.side, ...step.siblingRange])).toEqual(expected);
  expect(steps?.map(step => step.sibling)).toEqual(path);
  expect(steps?.at(-1)?.range).toEqual([0, 6]);
});

test('proofSteps_OnlyLeaf_NeedsNone', () => expect(proofSteps(0, 1, [])).toEqual([]));
test.each([
  [3, 7, ['c', 'g']],
  [3, 7, ['c', 'g', 'l', 'x']],
  [7, 7, []],
  [-1, 7, []],
  [0, 0, []],
])('proofSteps_%i_Of%i_With%j_IsNone', (index, size, path) => expect(proofSteps(index, size, path)).toBeNull());
