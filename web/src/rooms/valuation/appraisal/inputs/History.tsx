import { useFirm } from '../../../../api/rightQueries';
import { formatDate } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { unitWord } from '../../appraisals/appraisalColumns';
import styles from './Inputs.module.css';

/** What the product earned by the register: the forecast stands beside it. */
export function History({ firm, product, profit }: { firm: string | null; product: string; profit: boolean }) {
  return firm === null ? null : <Known firm={firm} product={product} profit={profit} />;
}

function Known({ firm, product, profit }: { firm: string; product: string; profit: boolean }) {
  const t = useT();
  const { unit } = usePreferences();
  const found = useFirm(firm);
  const income = [...(found.data?.products.find(one => one.id === product)?.income ?? [])].sort((a, b) => a.year - b.year).slice(-5);
  if (income.length === 0) return null;
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['history']}>
        <thead>
          <tr>
            <th scope="col">{t('value.history')}</th>
            {income.map(one => (
              <th key={one.year} scope="col" className="num">
                {one.year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t(profit ? 'right.income.profit' : 'right.income.revenue', { unit: unitWord(t, unit) })}</th>
            {income.map(one => (
              <td key={one.year} className="num">
                <Amount value={profit ? one.profit : one.revenue} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('value.source')}</th>
            {income.map(one => (
              <td key={one.year} className="num" translate="no" title={formatDate(one.asOf)}>
                {one.source}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
