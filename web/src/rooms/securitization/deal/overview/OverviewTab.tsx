import type { Calculation } from '../../../../api/types';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';
import { FindingList } from '../../FindingList';
import { Concentration } from './Concentration';
import { Costs } from './Costs';
import { Limits } from './Limits';
import styles from './Overview.module.css';
import { StructurePicture } from './StructurePicture';
import { TrancheTable } from './TrancheTable';
import { Trips } from './Trips';

export function OverviewTab({ calculation }: { calculation: Calculation }) {
  const t = useT();
  const { unit } = usePreferences();
  const { outline, analysis, findings } = calculation;
  if (outline === null || analysis === null) return null;
  return (
    <div className={styles['overview']}>
      <Panel title={t('overview.structure')} note={t('overview.structure.note', { unit: t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan') })}>
        <StructurePicture outline={outline} />
      </Panel>
      <TrancheTable outline={outline} analysis={analysis} />
      <div className={styles['pair']}>
        <Trips outline={outline} analysis={analysis} />
        <Limits analysis={analysis} />
      </div>
      <Concentration figures={analysis.concentration} outline={outline} origins={analysis.origins} />
      <Costs costs={analysis.costs} />
      {findings.length > 0 && (
        <Panel title={t('overview.findings')}>
          <FindingList findings={findings} />
        </Panel>
      )}
    </div>
  );
}
