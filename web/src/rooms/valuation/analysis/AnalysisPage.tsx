import { FileProtectOutlined } from '@ant-design/icons';
import { Alert, Button, Tabs } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useAnalysis } from '../../../api/diligenceQueries';
import { formatDate } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { ReportPreview } from '../ReportPreview';
import styles from '../Valuation.module.css';
import { AroundTab } from './AroundTab';
import { GapsTab } from './GapsTab';
import { PortfolioTab } from './PortfolioTab';

const tabs = ['portfolio', 'around', 'gaps', 'report'] as const;

/** An analysis as it was kept. */
export default function AnalysisPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab = '' } = useParams();
  const found = useAnalysis(id);
  const back = <Link to="/analyses">← {t('analyses.title')}</Link>;
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
  const { row, result } = found.data;
  const current = tabs.find(name => name === tab) ?? 'portfolio';
  const shown = {
    portfolio: () => <PortfolioTab result={result} />,
    around: () => <AroundTab result={result} />,
    gaps: () => <GapsTab result={result} />,
    report: () => <ReportPreview path={`/analyses/${row.id}/report`} name={`${row.firmName} ${row.day}`} />,
  };
  return (
    <>
      <PageHead
        named
        title={row.firmName}
        back={back}
        state={`${t('analyses.head')} · ${t('diligence.head.day', { day: formatDate(row.day) })}`}
        actions={
          <>
            <Link to={`/firms/${row.firmId}`}>
              <Button>{t('appraisals.firm')}</Button>
            </Link>
            <Link to={`/evidence?kind=analysis&subject=${row.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
            </Link>
          </>
        }
      />
      <Figures
        figures={[
          { label: t('appraisals.rights'), value: result.counts.rights, note: t('firm.inForce', { count: result.counts.inForce }) },
          { label: t('analyses.compared'), value: result.counts.compared ?? t('shell.unknown'), note: result.sources.compared === null ? null : <span translate="no">{result.sources.compared.source}</span> },
          { label: t('analyses.infringed'), value: row.infringed },
          { label: t('analyses.gaps'), value: row.gaps },
          { label: t('analyses.unknowns'), value: result.unknowns.length },
        ]}
      />
      {result.unknowns.length > 0 && (
        <Alert style={{ marginBottom: 12 }} type="warning" showIcon message={t('analyses.unknowns.note')} description={<ul className={styles['list']}>{result.unknowns.map(unknown => <li key={unknown.what + unknown.text}>{unknown.text}</li>)}</ul>} />
      )}
      <Tabs className={styles['tabs'] ?? ''} activeKey={current} onChange={next => void navigate(next === 'portfolio' ? `/analyses/${id}` : `/analyses/${id}/${next}`)} items={tabs.map(name => ({ key: name, label: t(`analyses.tab.${name}`), children: name === current ? shown[name]() : null }))} />
      <p className="soft" style={{ marginTop: 12 }}>{result.statement}</p>
    </>
  );
}
