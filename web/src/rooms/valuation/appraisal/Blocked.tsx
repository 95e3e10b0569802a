import { Alert, Button, Popconfirm } from 'antd';
import type { Missing } from '../../../api/valuationTypes';
import { useT } from '../../../words';
import { CalculationState } from '../../securitization/deal/CalculationState';
import { methodName, pathLabel } from '../labels';
import { at } from '../request';
import type { DeskProps } from './desk';
import { faulty, withoutMethod } from './withoutMethod';
import styles from '../Valuation.module.css';

/** What of the draft's gaps nobody has filled yet. */
export function stillMissing(request: Parameters<typeof at>[0], missing: readonly Missing[]): Missing[] {
  return missing.filter(({ path }) => path !== 'group.rights' && at(request, path) === undefined);
}

const most = 12;

/** Why there are no new figures: what the request still lacks, or what is wrong in it. */
export function Blocked({ working, live, may }: DeskProps) {
  const t = useT();
  const lacks = stillMissing(working.request, working.missing);
  const { findings } = live;
  const stopped = faulty(working.request, findings);
  return (
    <>
      <CalculationState failure={live.failure} />
      {findings.length > 0 && (
        <Alert
          style={{ marginBottom: 10 }}
          type="warning"
          showIcon
          message={t('value.blocked', { count: findings.length })}
          action={
            may && stopped.length > 0 ? (
              <Popconfirm title={t('value.stopped.ask', { names: stopped.map(id => methodName(t, working.request, id)).join('、') })} okText={t('value.methods.remove')} cancelText={t('shell.cancel')} onConfirm={() => working.replace(stopped.reduce(withoutMethod, working.request))}>
                <Button size="small">{t('value.stopped', { count: stopped.length })}</Button>
              </Popconfirm>
            ) : undefined
          }
          description={
            <ul className={styles['list']}>
              {findings.slice(0, most).map(finding => (
                <li key={finding.code + finding.path + finding.message}>
                  <strong>{pathLabel(t, working.request, finding.path)}</strong> {finding.message} <code>{finding.code}</code>
                </li>
              ))}
              {findings.length > most && <li>{t('value.more', { count: findings.length - most })}</li>}
            </ul>
          }
        />
      )}
      {lacks.length > 0 && (
        <Alert
          style={{ marginBottom: 10 }}
          type="info"
          showIcon
          message={t('value.missing.draft', { count: lacks.length })}
          description={
            <ul className={styles['list']}>
              {lacks.slice(0, most).map(lack => (
                <li key={lack.path + lack.zh}>{t.either(lack.zh, lack.en)}</li>
              ))}
              {lacks.length > most && <li>{t('value.more', { count: lacks.length - most })}</li>}
            </ul>
          }
        />
      )}
    </>
  );
}
