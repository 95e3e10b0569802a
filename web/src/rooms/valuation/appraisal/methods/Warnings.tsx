import type { ValueRequest, ValueWarning } from '../../../../api/valuationTypes';
import { Panel } from '../../../../shell/Panel';
import { StateMark } from '../../../../shell/StateMark';
import { useT } from '../../../../words';
import { pathLabel } from '../../labels';
import styles from './Methods.module.css';

/** What the rules have to say about the whole; one line for each sentence. */
export function Warnings({ request, warnings }: { request: ValueRequest; warnings: readonly ValueWarning[] }) {
  const t = useT();
  const said = [...new Map(warnings.map(warning => [warning.code + warning.message, warning])).values()];
  if (said.length === 0) return null;
  return (
    <Panel title={t('value.attention')}>
      <ul className={styles['warnings']}>
        {said.map(warning => (
          <li key={warning.code + warning.message}>
            <StateMark tone={warning.severity === 'error' ? 'red' : warning.severity === 'warning' ? 'amber' : 'grey'}>{warning.code}</StateMark>
            <span>
              <span className="soft">{pathLabel(t, request, warning.path)}</span> {warning.message}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
