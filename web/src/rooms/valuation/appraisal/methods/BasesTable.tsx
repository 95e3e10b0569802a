import type { ValueResult } from '../../../../api/valuationTypes';
import { difference, formatDate, formatPercent, ratio } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { Panel } from '../../../../shell/Panel';
import { StateMark } from '../../../../shell/StateMark';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { unitWord } from '../../appraisals/appraisalColumns';
import { OriginMark } from '../../OriginMark';
import styles from './Methods.module.css';

/** What the engine adds of itself. */
const isOurs = (basis: ValueResult['bases'][number]) => basis.origin.kind === 'computed';

/** Ours and what others say, beside each other; what a basis may not carry by policy is said. */
export function BasesTable({ result, total }: { result: ValueResult; total: string | null }) {
  const t = useT();
  const { unit } = usePreferences();
  if (result.bases.every(isOurs)) return null;
  return (
    <Panel title={t('valueKey.bases')} note={t('value.bases.side')}>
      <div className={styles['scroll']} tabIndex={0}>
        <table className={styles['flow']}>
          <thead>
            <tr>
              <th scope="col" style={{ textAlign: 'left' }}>{t('valueKey.basis')}</th>
              <th scope="col" style={{ textAlign: 'left' }}>{t('valueKey.by')}</th>
              <th scope="col">{t('valueKey.on')}</th>
              <th scope="col">{t('value.of', { unit: unitWord(t, unit) })}</th>
              <th scope="col">{t('value.against', { unit: unitWord(t, unit) })}</th>
              <th scope="col">{t('value.limit')}</th>
            </tr>
          </thead>
          <tbody>
            {result.bases.map((basis, index) => {
              const gap = total === null ? null : difference(basis.value, total);
              const part = total === null ? null : ratio(gap, total);
              return (
                <tr key={index}>
                  <th scope="row" style={{ textAlign: 'left' }}>
                    {isOurs(basis) ? t('value.ours') : t.code('valueWord', basis.basis)}
                    <OriginMark origin={basis.origin} />
                  </th>
                  <td translate="no" style={{ textAlign: 'left' }}>{isOurs(basis) ? null : basis.by}</td>
                  <td>{formatDate(basis.on)}</td>
                  <td><Amount value={basis.value} /></td>
                  <td>
                    {isOurs(basis) ? null : gap === null ? t('shell.unknown') : <Amount value={gap} signed />} {isOurs(basis) || part === null ? null : <span className="soft">{formatPercent(part)}</span>}
                  </td>
                  <td>{basis.within ? <StateMark tone="green">{t('value.limit.within')}</StateMark> : <StateMark tone="red">{t('value.limit.over')}</StateMark>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
