import { Alert, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
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
  return missing.filter(({ path }) => {
    const [part, id = ''] = path.split('.');
    if (path === 'group.rights' || (part === 'methods' && id !== '' && at(request, `methods.${id}`) === undefined)) return false;
    return at(request, path) === undefined;
  });
}

/** So many are shown at once; more are folded. */
const few = 4;

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
              <Popconfirm title={t('value.stopped.ask', { names: stopped.map(id => methodName(t, working.request, id)).join(t('value.and')) })} okText={t('value.methods.remove')} cancelText={t('shell.cancel')} onConfirm={() => working.replace(stopped.reduce(withoutMethod, working.request))}>
                {/* What is typed is computed a moment later: until then nobody knows which methods do not compute. */}
                <Button size="small" disabled={live.waiting}>{t('value.stopped', { count: stopped.length })}</Button>
              </Popconfirm>
            ) : undefined
          }
          description={
            <Told open={findings.length <= few}>
              {findings.map(finding => (
                <li key={finding.code + finding.path + finding.message}>
                  <strong>{pathLabel(t, working.request, finding.path)}</strong> {finding.message} <code>{finding.code}</code>
                </li>
              ))}
            </Told>
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
            <Told open={lacks.length <= few}>
              {lacks.map(lack => (
                <li key={lack.path + lack.zh}>{t.either(lack.zh, lack.en)}</li>
              ))}
            </Told>
          }
        />
      )}
    </>
  );
}

function Told({ open, children }: { open: boolean; children: ReactNode }) {
  const t = useT();
  return (
    <details open={open}>
      <summary>{t('value.told')}</summary>
      <ul className={styles['list']}>{children}</ul>
    </details>
  );
}
