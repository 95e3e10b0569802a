import { FileProtectOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { makeDiligence } from '../../../api/diligence';
import { useDiligence } from '../../../api/diligenceQueries';
import { valuationKeys } from '../../../api/valuationQueries';
import { formatDate } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { usePreferences } from '../../../shell/Preferences';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { today } from '../../today';
import { unitWord } from '../appraisals/appraisalColumns';
import { ReportPreview } from '../ReportPreview';
import styles from '../Valuation.module.css';
import { EffectsTab } from './EffectsTab';
import { GradeCounts } from './Grades';
import { ItemsTab } from './ItemsTab';
import { answerTones } from './judged';
import { SinceTab } from './SinceTab';
import { SummaryTab } from './SummaryTab';
import { UnknownsTab } from './UnknownsTab';

const tabs = ['summary', 'items', 'unknowns', 'effects', 'since', 'report'] as const;

/** A diligence as it was kept: the conclusion first, then what it rests on. */
export default function DiligencePage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab = '' } = useParams();
  const { unit } = usePreferences();
  const may = useMay('valuation.diligence.make');
  const found = useDiligence(id);
  const write = useWriting([valuationKeys]);
  const back = <Link to="/diligence">← {t('diligence.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const { row, result, since } = found.data;
  const current = tabs.find(name => name === tab) ?? 'summary';
  const again = async () => {
    let made = '';
    const done = await write.run(
      async () => {
        const next = await makeDiligence({ day: today(), purpose: row.purpose, firmId: row.firmId, rightIds: result.rights.map(right => right.id), appraisalId: row.appraisalId });
        made = next.row.id;
        return next;
      },
      next => t('diligence.done', { items: next.row.items }),
    );
    if (done) void navigate(`/diligence/${made}`);
  };
  const shown = {
    summary: () => <SummaryTab result={result} />,
    items: () => <ItemsTab result={result} />,
    unknowns: () => <UnknownsTab result={result} />,
    effects: () => <EffectsTab result={result} />,
    since: () => <SinceTab since={since} />,
    report: () => <ReportPreview path={`/diligence/${row.id}/report`} name={`${row.firmName} ${row.day}`} />,
  };
  const counts = { summary: 0, items: result.summary.items, unknowns: result.unknowns.length, effects: 0, since: since.changes.length, report: 0 };
  return (
    <>
      <PageHead
        named={row.firmName !== ''}
        title={row.firmName === '' ? t('diligence.rights.of', { count: row.rights }) : row.firmName}
        back={back}
        state={
          <>
            <StateMark tone={answerTones[row.answer]}>{t(`diligenceAnswer.${row.answer}`)}</StateMark> {result.conclusion.text} · {t('diligence.head.day', { day: formatDate(row.day) })} · {t.code('valueWord', row.purpose)} · <code>{row.checklist}</code>
          </>
        }
        actions={
          <>
            <UnitSwitch />
            {row.appraisalId !== null && (
              <Link to={`/appraisals/${row.appraisalId}`}>
                <Button>{t('batch.open')}</Button>
              </Link>
            )}
            <Link to={`/evidence?kind=diligence&subject=${row.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
            </Link>
            {may && (
              <Button type="primary" loading={write.busy} onClick={() => void again()}>
                {t('diligence.again')}
              </Button>
            )}
          </>
        }
      />
      <Figures
        figures={[
          { label: t('diligence.findings'), value: <GradeCounts counts={row} /> },
          { label: t('diligence.unknown'), value: row.unknown, note: result.summary.mustUnknown === 0 ? null : t('diligence.must.count', { count: result.summary.mustUnknown }) },
          { label: t('diligence.clear'), value: result.summary.clear, note: t('diligence.items.of', { count: result.summary.items }) },
          { label: t('diligence.before', { unit: unitWord(t, unit) }), value: row.before === null ? t('shell.unknown') : <Amount value={row.before} />, note: row.before === null ? t('diligence.before.none') : null },
          { label: t('diligence.after', { unit: unitWord(t, unit) }), value: row.after === null ? t('shell.unknown') : <Amount value={row.after} /> },
        ]}
      />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={current}
        onChange={next => void navigate(next === 'summary' ? `/diligence/${id}` : `/diligence/${id}/${next}`)}
        items={tabs.map(name => ({ key: name, label: counts[name] > 0 ? `${t(`diligence.tab.${name}`)} ${counts[name]}` : t(`diligence.tab.${name}`), children: name === current ? shown[name]() : null }))}
      />
    </>
  );
}
