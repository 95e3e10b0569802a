import { type RefObject, useCallback, useEffect, useState } from 'react';

export const rowHeight = 30;
const overscan = 8;

export interface RowWindow {
  readonly first: number;
  /** After the last row to draw. */
  readonly end: number;
  onScroll(): void;
}

/** Which rows of a long table are worth drawing. */
export function useWindow(box: RefObject<HTMLDivElement | null>, count: number): RowWindow {
  const [view, setView] = useState({ top: 0, height: 600 });
  const measure = useCallback(() => {
    const node = box.current;
    if (node) setView((old) => (old.top === node.scrollTop && old.height === node.clientHeight ? old : { top: node.scrollTop, height: node.clientHeight }));
  }, [box]);
  useEffect(() => {
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [measure, count]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - overscan);
  return { first, end: Math.min(count, first + Math.ceil(view.height / rowHeight) + 2 * overscan), onScroll: measure };
}
