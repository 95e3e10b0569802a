import { Button } from 'antd';
import type { ImportPreview } from '../../../api/importTypes';
import { formatNumber } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { sizeText } from '../../payments/files/size';
import { today } from '../../today';
import styles from './Import.module.css';

interface Props {
  preview: ImportPreview;
  asOf: string;
  onAsOf: (day: string) => void;
  busy: boolean;
  /** Columns changed and not kept yet. */
  edited: number;
  onTake: () => void;
}

/** What was recognised, in figures, and the one thing to do next. */
export function TakeBar({ preview, asOf, onAsOf, busy, edited, onTake }: Props) {
  const t = useT();
  const count = (value: number) => formatNumber(String(value), 0);
  const seen = preview.taken + preview.refused;
  return (
    <div className={styles['take']}>
      <Figures
        figures={[
          { label: t('import.format'), value: t.code('importFormat', preview.format), note: `${preview.name} · ${preview.encoding}` },
          { label: t('import.size'), value: sizeText(preview.size) },
          { label: t('import.records'), value: count(preview.taken), note: preview.whole ? t('import.records.whole') : t('import.records.part', { count: count(seen) }) },
          { label: t('sources.refused'), value: count(preview.refused) },
          { label: t('sources.warnings'), value: count(preview.warnings) },
        ]}
      />
      <div className={styles['go']}>
        <span className={styles['asOf']}>
          <label htmlFor="import-as-of">{t('import.asOf')}</label>
          <DayField id="import-as-of" value={asOf === '' ? today() : asOf} max={today()} clearable={false} onChange={onAsOf} />
          <small>{t('import.asOf.note')}</small>
        </span>
        {edited > 0 && <span className="soft">{t('import.mapping.first')}</span>}
        <Button type="primary" loading={busy} disabled={preview.taken === 0 || preview.untitled || edited > 0} onClick={onTake}>
          {t('import.take')}
        </Button>
      </div>
    </div>
  );
}
