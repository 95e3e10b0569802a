import { Input } from 'antd';
import { Panel } from '../../../../shell/Panel';
import { useT } from '../../../../words';
import { approaches } from '../../codes';
import { at, text } from '../../request';
import type { DeskProps } from '../desk';
import styles from './Inputs.module.css';

/** Why an approach is not used: the guidance asks that all three are considered. */
export function NotUsedPart({ working, may }: DeskProps) {
  const t = useT();
  return (
    <Panel title={t('valueKey.not_used')} note={t('value.notUsed.note')}>
      <div className={styles['figures']}>
        {approaches.map(approach => (
          <label key={approach} className={styles['line']}>
            <span style={{ width: 110 }}>{t(`valueApproach.${approach}`)}</span>
            <Input style={{ flex: '1 1 220px' }} translate="no" maxLength={500} disabled={!may} value={text(at(working.request, `not_used.${approach}`))} onChange={event => working.set(`not_used.${approach}`, event.target.value === '' ? undefined : event.target.value)} />
          </label>
        ))}
      </div>
    </Panel>
  );
}
