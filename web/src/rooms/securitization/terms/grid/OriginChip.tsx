import type { Origin } from '../../../../api/types';
import { useT } from '../../../../words';
import styles from './OriginChip.module.css';

/** The origin mark of a dense table: its first sign, everything else on hover; a click records another origin. */
export function OriginChip({ origin, onOpen }: { origin: Origin; onOpen(): void }) {
  const t = useT();
  const name = t(`origin.${origin.kind}`);
  const lines = [
    name,
    origin.source ? t('origin.source', { source: origin.source }) : '',
    origin.date ? t('origin.date', { date: origin.date }) : '',
    origin.note ?? '',
  ].filter((line) => line !== '');
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles['chip']} ${styles[origin.kind]}`}
      title={lines.join('\n')}
      aria-label={lines.join(' ')}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={onOpen}
    >
      {name.slice(0, 1)}
    </button>
  );
}
