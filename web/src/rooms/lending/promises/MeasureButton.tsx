import { Button } from 'antd';
import type { PromiseView } from '../../../api/promises';
import { useT } from '../../../words';

/** Measures a promise whose day has come, or corrects what was measured. */
export function MeasureButton({ row, may, onMeasure }: { row: PromiseView; may: boolean; onMeasure: (row: PromiseView) => void }) {
  const t = useT();
  return may && row.ripe ? <Button size="small" {...(row.measures.length === 0 ? { type: 'primary' as const } : {})} onClick={() => onMeasure(row)}>{t(row.measures.length === 0 ? 'promise.measure' : 'promise.correct')}</Button> : null;
}
