/** A step from a node to its parent: the sibling joined, on which side it stands, and which leaves each covers. */
export interface ProofStep {
  /** 1 for the first join above the leaf. */
  level: number;
  sibling: string;
  side: 'left' | 'right';
  /** First and last leaf below the sibling. */
  siblingRange: readonly [first: number, last: number];
  /** First and last leaf below the joined node. */
  range: readonly [first: number, last: number];
}

/** Where a tree of `size` leaves is cut in two: the greatest power of two below it (RFC 6962, 2.1). */
function cut(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The steps of an inclusion proof from the leaf to the root; null when the proof has the wrong number of hashes. */
export function proofSteps(index: number, size: number, siblings: readonly string[]): ProofStep[] | null {
  if (!Number.isInteger(index) || index < 0 || index >= size) return null;
  const down: Omit<ProofStep, 'level' | 'sibling'>[] = [];
  let [first, count] = [0, size];
  while (count > 1) {
    const half = cut(count);
    const range = [first, first + count - 1] as const;
    if (index < first + half) {
      down.push({ side: 'right', siblingRange: [first + half, first + count - 1], range });
      count = half;
    } else {
      down.push({ side: 'left', siblingRange: [first, first + half - 1], range });
      first += half;
      count -= half;
    }
  }
  if (down.length !== siblings.length) return null;
  return down.reverse().map((step, place) => ({ ...step, level: place + 1, sibling: siblings[place] ?? '' }));
}
