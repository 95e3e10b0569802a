import type { Change } from '../../../api/types';
import { none } from '../../../format';
import { useT } from '../../../words';
import styles from './ChangeTable.module.css';

/** Changed places with what stood there and what stands there now. */
export function ChangeTable({ changes, marked }: { changes: readonly Change[]; marked?: ReadonlySet<string> }) {
  const t = useT();
  if (changes.length === 0) return <p className="soft">{t('change.none')}</p>;
  return (
    <div className={styles['scroll']} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('change.path')}</th>
            <th scope="col">{t('change.before')}</th>
            <th scope="col">{t('change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(change => (
            <tr key={change.path} className={marked?.has(change.path) === true ? styles['marked'] : undefined}>
              <th scope="row">
                <code>{change.path}</code>
                {marked?.has(change.path) === true && <span className={styles['mark']}>{t('conflict.collides')}</span>}
              </th>
              <td className={change.before === null ? undefined : styles['before']}>{change.before ?? none}</td>
              <td className={change.after === null ? undefined : styles['after']}>{change.after ?? none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
