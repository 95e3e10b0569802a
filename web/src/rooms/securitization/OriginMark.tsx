import { Tooltip } from 'antd';
import type { Origin, OriginKind } from '../../api/types';
import { formatDate } from '../../format';
import { useT, type Word } from '../../words';
import { originOf } from './origin';
import styles from './OriginMark.module.css';

const words: Record<OriginKind, Word> = {
  published: 'origin.published',
  imported: 'origin.imported',
  entered: 'origin.entered',
  assumed: 'origin.assumed',
  computed: 'origin.computed',
};

/** The small mark every input wears: published, imported, entered, assumed or computed; source and date on hover. */
export function OriginMark({ origins, path }: { origins: readonly Origin[]; path: string }) {
  const t = useT();
  const origin = originOf(origins, path);
  const lines = [
    t(words[origin.kind]),
    origin.source === null ? null : t('origin.source', { source: origin.source }),
    origin.date === null ? null : t('origin.date', { date: formatDate(origin.date) }),
    origin.note,
  ].filter(line => line !== null && line !== '');
  return (
    <Tooltip title={lines.map((line, index) => <div key={index}>{line}</div>)}>
      <span className={`${styles['mark']} ${styles[origin.kind]}`} aria-label={lines.join(' ')} role="img">
        {t(words[origin.kind])}
      </span>
    </Tooltip>
  );
}
