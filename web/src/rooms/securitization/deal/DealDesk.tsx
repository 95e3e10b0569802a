import { Tabs } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DealDetail } from '../../../api/types';
import { useT, type Word } from '../../../words';
import { CalculationState } from './CalculationState';
import { DealHead } from './DealHead';
import { DealTab } from './DealTab';
import { ConflictDialog } from './draft/ConflictDialog';
import { DraftBar } from './draft/DraftBar';
import { useDraft } from './draft/useDraft';
import { useSaveDraft } from './draft/useSaveDraft';
import { scenarioOf } from './scenarios/scenarioForm';
import { useScenarioForm } from './scenarios/useScenarioForm';
import styles from './DealDesk.module.css';
import { useCalculation } from './useCalculation';

const tabs = ['overview', 'terms', 'cash', 'scenarios', 'stress', 'runs', 'versions'] as const;
export type TabName = (typeof tabs)[number];

const tabWords: Record<TabName, Word> = {
  overview: 'deal.tab.overview',
  terms: 'deal.tab.terms',
  cash: 'deal.tab.cash',
  scenarios: 'deal.tab.scenarios',
  stress: 'deal.tab.stress',
  runs: 'deal.tab.runs',
  versions: 'deal.tab.versions',
};

/** Everything on a deal's page comes from its working text: saved or not, what is shown is what is typed. */
export function DealDesk({ deal, tab }: { deal: DealDetail; tab: string }) {
  const t = useT();
  const navigate = useNavigate();
  const current = tabs.find(name => name === tab) ?? 'overview';
  const draft = useDraft(deal);
  const saving = useSaveDraft(deal.id, draft);
  const [working, setWorking] = useScenarioForm(deal.id);
  const scenario = useMemo(() => scenarioOf(working.form, t('scenario.untitled')), [working.form, t]);
  const asked = current === 'scenarios' && scenario !== null ? [scenario] : [];
  const live = useCalculation(draft.text, asked);
  return (
    <>
      <DealHead deal={deal} text={draft.text} calculation={live.calculation} scenario={current === 'scenarios' ? scenario : null} />
      <DraftBar draft={draft} saving={saving} headVersion={deal.version} />
      <CalculationState failure={live.failure} />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={current}
        onChange={next => void navigate(next === 'overview' ? `/deals/${deal.id}` : `/deals/${deal.id}/${next}`)}
        items={tabs.map(name => ({
          key: name,
          label: t(tabWords[name]),
          children:
            name === current ? (
              <DealTab name={name} deal={deal} draft={draft} saving={saving} live={live} scenario={scenario} working={working} onWorking={setWorking} />
            ) : null,
        }))}
      />
      <ConflictDialog code={deal.code} draft={draft} saving={saving} />
    </>
  );
}
