import { Collapse, Select } from 'antd';
import type { DiligenceResult } from '../../../api/diligenceTypes';
import { Nothing } from '../../../shell/Nothing';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import styles from '../Valuation.module.css';
import { ItemTable } from './ItemTable';
import { chapters, filtered } from './judged';

const rest = { right: '', show: 'open' };

/** The fifteen chapters with every item asked. */
export function ItemsTab({ result }: { result: DiligenceResult }) {
  const t = useT();
  const [filter, change] = useAddress(rest);
  const shown = chapters(filtered(result.items, filter));
  const all = new Map(chapters(result.items).map(chapter => [chapter.id, chapter]));
  return (
    <div className={styles['stack']}>
      <div className={styles['actions']}>
        <Select aria-label={t('diligence.of')} popupMatchSelectWidth={false} style={{ minWidth: 180 }} value={filter.right} onChange={right => change({ right })} options={[{ value: '', label: t('diligence.of.all') }, { value: 'firm', label: t('diligence.firm') }, ...result.rights.map(right => ({ value: right.id, label: right.number }))]} />
        <Select aria-label={t('diligence.state')} popupMatchSelectWidth={false} style={{ minWidth: 160 }} value={filter.show} onChange={show => change({ show })} options={(['open', '', 'fatal', 'major', 'minor', 'unknown', 'clear'] as const).map(value => ({ value, label: value === '' ? t('diligence.show.all') : value === 'open' ? t('diligence.show.open') : value === 'unknown' ? t('shell.unknown') : value === 'clear' ? t('diligenceState.clear') : t(`riskGrade.${value}`) }))} />
      </div>
      {shown.length === 0 ? (
        <Nothing>{t('diligence.show.none')}</Nothing>
      ) : (
        <Collapse
          defaultActiveKey={shown.slice(0, 2).map(chapter => chapter.id)}
          items={shown.map(chapter => {
            const counts = all.get(chapter.id);
            return {
              key: chapter.id,
              label: `${chapter.id} ${capital(chapter.title)}`,
              extra: (
                <span className={styles['actions']} style={{ gap: 4 }}>
                  {(counts?.findings ?? 0) > 0 && <StateMark tone="amber">{t('diligence.chapter.findings', { count: counts?.findings ?? 0 })}</StateMark>}
                  {(counts?.unknown ?? 0) > 0 && <StateMark tone="grey">{t('diligence.chapter.unknown', { count: counts?.unknown ?? 0 })}</StateMark>}
                  {counts?.findings === 0 && counts.unknown === 0 && <StateMark tone="green">{t('diligenceState.clear')}</StateMark>}
                </span>
              ),
              children: <ItemTable items={chapter.items} rights={result.rights} />,
            };
          })}
        />
      )}
    </div>
  );
}
