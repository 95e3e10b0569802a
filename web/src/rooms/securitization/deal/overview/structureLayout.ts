/** A box of the picture, in user units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface StructureLayout {
  width: number;
  height: number;
  parties: Box[];
  obligors: Box;
  plan: Box;
  tranches: Box[];
  supports: Box[];
}

const gap = 14;
const column = { obligors: 0, plan: 330, tranches: 690 };
const boxWidth = 220;
const partyHeight = 44;
const trancheHeight = 74;
const supportHeight = 60;

function row(count: number, y: number, height: number, total: number): Box[] {
  const width = Math.min(boxWidth, (total - gap * Math.max(0, count - 1)) / Math.max(1, count));
  const left = (total - count * width - (count - 1) * gap) / 2;
  return Array.from({ length: count }, (_, index) => ({ x: left + index * (width + gap), y, width, height }));
}

/** Duties above, money from left to right, support below. */
export function structureLayout(parties: number, tranches: number, supports: number): StructureLayout {
  const width = column.tranches + boxWidth;
  const top = parties > 0 ? partyHeight + 52 : 0;
  const middle = Math.max(110, tranches * trancheHeight + (tranches - 1) * gap);
  const centre = (height: number) => top + (middle - height) / 2;
  const below = top + middle + 56;
  return {
    width,
    height: supports > 0 ? below + supportHeight : top + middle,
    parties: row(parties, 0, partyHeight, width),
    obligors: { x: column.obligors, y: centre(96), width: boxWidth, height: 96 },
    plan: { x: column.plan, y: centre(110), width: boxWidth, height: 110 },
    tranches: Array.from({ length: tranches }, (_, index) => ({
      x: column.tranches,
      y: centre(tranches * trancheHeight + (tranches - 1) * gap) + index * (trancheHeight + gap),
      width: boxWidth,
      height: trancheHeight,
    })),
    supports: row(supports, below, supportHeight, width),
  };
}
