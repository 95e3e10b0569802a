import { Tabs } from 'antd';
import { useNavigate } from 'react-router';
import type { AppraisalDetail } from '../../../api/valuationTypes';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { ReportPreview } from '../ReportPreview';
import styles from '../Valuation.module.css';
import { AppraisalHead } from './AppraisalHead';
import { Blocked } from './Blocked';
import { ChartsTab } from './charts/ChartsTab';
import { ConflictDialog } from './ConflictDialog';
import type { AppraisalDraftState } from './draftShelf';
import { InputsTab } from './inputs/InputsTab';
import { MethodsTab } from './methods/MethodsTab';
import { RightsTab } from './RightsTab';
import { SaveBar } from './SaveBar';
import { useLive } from './useLive';
import { useSaving } from './useSaving';
import { useWorking } from './useWorking';
import { ValueBar } from './ValueBar';
import { VersionsTab } from './VersionsTab';

interface Props {
  /** Null for one nobody saved yet. */
  detail: AppraisalDetail | null;
  head: AppraisalDraftState;
  /** Under which the draft is kept, and the page stands. */
  place: { shelf: string; path: string };
  tab: string;
}

const tabs = ['methods', 'inputs', 'charts', 'rights', 'report', 'versions'] as const;

/** The workbench: everything on it comes from the working request, saved or not. */
export function AppraisalDesk({ detail, head, place, tab }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const mayCreate = useMay('valuation.appraisal.save');
  const mayChange = useMay('valuation.appraisal.change');
  const may = detail === null ? mayCreate : mayChange;
  const working = useWorking(place.shelf, head);
  const live = useLive(working.request);
  const saving = useSaving(detail?.row.id ?? null, working);
  const shown = tabs.filter(name => detail !== null || (name !== 'report' && name !== 'versions'));
  const first = detail === null ? 'inputs' : 'methods';
  const current = shown.find(name => name === tab) ?? first;
  const desk = { working, live, may };
  const content = {
    methods: () => <MethodsTab {...desk} />,
    inputs: () => <InputsTab {...desk} />,
    charts: () => <ChartsTab {...desk} />,
    rights: () => <RightsTab {...desk} />,
    report: () => (detail === null ? null : <ReportPreview path={`/appraisals/${detail.row.id}/report`} versions={detail.versions.map(version => version.number)} name={detail.row.name} {...(working.changed ? { note: t('report.saved') } : {})} />),
    versions: () => (detail === null ? null : <VersionsTab {...desk} detail={detail} />),
  };
  return (
    <>
      <AppraisalHead detail={detail} working={working} />
      <SaveBar working={working} saving={saving} head={detail?.row.version ?? 0} may={may} sound={!live.stale && live.findings.length === 0 && live.calculation !== null} />
      <Blocked {...desk} />
      <ValueBar live={live} detail={detail} />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={current}
        onChange={next => void navigate(next === first ? place.path : `${place.path}/${next}`)}
        items={shown.map(name => ({ key: name, label: t(`value.tab.${name}`), children: name === current ? content[name]() : null }))}
      />
      <ConflictDialog working={working} saving={saving} />
    </>
  );
}
