import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { DealDetail, Scenario } from '../../../api/types';
import { useT } from '../../../words';
import { CannotRun } from './CannotRun';
import { CashTab } from './cash/CashTab';
import type { TabName } from './DealDesk';
import type { Draft } from './draft/useDraft';
import type { SaveDraft } from './draft/useSaveDraft';
import { OverviewTab } from './overview/OverviewTab';
import { RunsTab } from './runs/RunsTab';
import { ScenarioTab } from './scenarios/ScenarioTab';
import type { WorkingScenario } from './scenarios/useScenarioForm';
import { StressTab } from './stress/StressTab';
import type { Live } from './useCalculation';
import { VersionsTab } from './versions/VersionsTab';

const TermsTab = lazy(() => import('../terms').then(({ TermsTab: Tab }) => ({ default: Tab })));

interface Props {
  name: TabName;
  deal: DealDetail;
  draft: Draft;
  saving: SaveDraft;
  live: Live;
  scenario: Scenario | null;
  working: WorkingScenario;
  onWorking: (working: WorkingScenario) => void;
}

function Computed({ name, deal, draft, live, scenario, working, onWorking }: Props) {
  const { calculation, askedAt } = live;
  if (calculation === null) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const { outline, base, findings } = calculation;
  if (name === 'overview' && outline !== null && calculation.analysis !== null) return <OverviewTab calculation={calculation} />;
  if (outline === null || base === null) return <CannotRun dealId={deal.id} findings={findings} />;
  if (name === 'cash') return <CashTab text={draft.text} outline={outline} run={base} since={askedAt} />;
  return (
    <ScenarioTab
      dealId={deal.id}
      text={draft.text}
      outline={outline}
      base={base}
      scenario={scenario}
      result={calculation.scenarios[0] ?? null}
      since={askedAt}
      working={working}
      onWorking={onWorking}
    />
  );
}

/** The part of a deal's page that the address names. */
export function DealTab(props: Props) {
  const t = useT();
  const { name, deal, draft, saving, live, scenario } = props;
  switch (name) {
    case 'terms':
      return (
        <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 12 }} />}>
          <h2 className="visually-hidden">{t('deal.tab.terms')}</h2>
          <TermsTab
            text={draft.text}
            onText={draft.type}
            findings={live.calculation?.findings ?? []}
            origins={live.calculation?.analysis?.origins ?? []}
            calculation={live.calculation}
          />
        </Suspense>
      );
    case 'stress':
      return <StressTab dealId={deal.id} version={deal.version} draftChanged={draft.changed} outline={live.calculation?.outline ?? null} periods={live.calculation?.base?.periods.length ?? null} />;
    case 'runs':
      return (
        <RunsTab
          dealId={deal.id}
          deal={{ code: deal.code, name: t.either(deal.nameZh, deal.nameEn) }}
          version={deal.version}
          draftChanged={draft.changed}
          scenario={scenario}
          outline={live.calculation?.outline ?? null}
        />
      );
    case 'versions':
      return <VersionsTab dealId={deal.id} headVersion={deal.version} draft={draft} saving={saving} />;
    default:
      return <Computed {...props} />;
  }
}
