import type { ApprovalField, ApprovalView } from '../../../api/approvalTypes';
import { formatMoney } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import { useRoleName } from '../RoleNames';
import { useActTitle } from '../useActTitle';
import { differenceOf } from './difference';
import styles from './Case.module.css';

/** What a field holds: an act and a role are written by their names, with the code. */
function useShown(): (field: ApprovalField, value: string) => string {
  const act = useActTitle();
  const role = useRoleName();
  return (field, value) => {
    if (/^\d+\.\d{2}$/.test(value)) return formatMoney(value, 'yuan');
    const named = field.name === 'act' ? act(value) : field.name === 'role' ? role(value) : value;
    return named === value ? value : `${named} (${value})`;
  };
}

/** What would be changed: before and after where something stands already, else what was asked for. */
export function DifferencePanel({ view }: { view: ApprovalView }) {
  const t = useT();
  const shown = useShown();
  const { compared, rows } = differenceOf(view.fields);
  const value = (field: ApprovalField, text: string | null, absent: string) => (text === null ? <span className="soft">{absent}</span> : text === '' ? t('shell.none') : shown(field, text));
  return (
    <Panel title={t('approval.difference')} extra={<code className="soft">{`${view.method} ${view.path}`}</code>}>
      {rows.length === 0 ? (
        <p className="soft">{t('approval.difference.none')}</p>
      ) : (
        <table className={styles['difference']}>
          <thead>
            <tr>
              <th scope="col">{t('approval.field')}</th>
              {compared && <th scope="col">{t('approval.before')}</th>}
              <th scope="col">{t(compared ? 'approval.after' : 'approval.value')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(field => (
              <tr key={field.name}>
                <td>{t.either(field.labelZh, field.labelEn)}</td>
                {compared && <td className={field.changes ? styles['old'] : styles['same']}>{value(field, field.before, t('approval.new'))}</td>}
                <td className={!compared ? undefined : field.changes ? styles['next'] : styles['same']}>{value(field, field.after, t('approval.gone'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
