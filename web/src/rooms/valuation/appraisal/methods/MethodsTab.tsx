import { Skeleton } from 'antd';
import { Panel } from '../../../../shell/Panel';
import { useAddress } from '../../../../shell/useAddress';
import { useT } from '../../../../words';
import { Nothing } from '../../../../shell/Nothing';
import styles from '../../Valuation.module.css';
import type { DeskProps } from '../desk';
import { BasesTable } from './BasesTable';
import { ConclusionPart } from './ConclusionPart';
import { FirmTests } from './FirmTests';
import { MethodTable } from './MethodTable';
import { Warnings } from './Warnings';
import { WhyDrawer } from './WhyDrawer';

const rest = { why: '' };

/** The methods beside each other, how they become one value, and what tests that value. */
export function MethodsTab(desk: DeskProps) {
  const t = useT();
  const [{ why }, change] = useAddress(rest);
  const { working, live } = desk;
  const calculation = live.calculation;
  if (calculation === null) return live.findings.length > 0 ? <Stopped {...desk} /> : <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const { result } = calculation;
  const asked = result.methods.find(method => method.id === why);
  return (
    <div className={styles['stack']}>
      <Panel title={t('value.compare')} note={t('value.compare.note')}>
        <MethodTable request={working.request} result={result} onOpen={id => change({ why: id })} />
      </Panel>
      <div className={styles['pair']}>
        <ConclusionPart {...desk} />
        <div className={styles['stack']}>
          <FirmTests tests={result.firmTests} />
          <Warnings request={working.request} warnings={result.warnings} />
        </div>
      </div>
      <BasesTable result={result} total={calculation.total} />
      {asked !== undefined && <WhyDrawer request={working.request} method={asked} onClose={() => change({ why: '' })} />}
    </div>
  );
}

/** Nothing could be computed yet; the conclusion can be written all the same. */
function Stopped(desk: DeskProps) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <Panel title={t('value.compare')}>
        <Nothing>{t('value.compare.stopped')}</Nothing>
      </Panel>
      <ConclusionPart {...desk} />
    </div>
  );
}
