import { formatBasisPoints, isNegative, none } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { useT } from '../../../../words';
import { formatMeasure, type ComparedItem } from './comparison';
import styles from './ScenarioTab.module.css';

function Value({ item, value }: { item: ComparedItem; value: string | null }) {
  return item.measure === 'money' ? <Amount value={value} /> : <>{formatMeasure(value, item.measure)}</>;
}

function Change({ item }: { item: ComparedItem }) {
  if (!item.differs || item.difference === null) return <>{none}</>;
  const mark = isNegative(item.difference) ? '▼' : '▲';
  const shown =
    item.measure === 'money' ? <Amount value={item.difference} signed /> : item.measure === 'rate' ? formatBasisPoints(item.difference, true) : formatMeasure(item.difference, item.measure);
  return (
    <span className={isNegative(item.difference) ? 'negative' : undefined}>
      <span aria-hidden>{mark}</span> {shown}
    </span>
  );
}

/** Base and scenario side by side; rows that differ are marked. */
export function ComparisonTable({ items, name }: { items: readonly ComparedItem[]; name: string }) {
  const t = useT();
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['compare']}>
        <thead>
          <tr>
            <th scope="col">{t('scenario.compare.item')}</th>
            <th scope="col">{t('scenario.base')}</th>
            <th scope="col">{name}</th>
            <th scope="col">{t('scenario.compare.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.key} className={item.differs ? styles['differs'] : undefined}>
              <th scope="row">{item.title}</th>
              <td className="num">
                <Value item={item} value={item.base} />
              </td>
              <td className="num">
                <Value item={item} value={item.scenario} />
              </td>
              <td className="num">
                <Change item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
