import { FileProtectOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useRubric } from '../../../api/scores';
import { formatPercent } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { Figures } from '../../payments/Figures';
import styles from '../Valuation.module.css';
import { RubricText } from './RubricText';
import { RubricView } from './RubricView';
import { RubricVersions } from './RubricVersions';

const tabs = ['view', 'text', 'versions'] as const;

/** A rubric as it reads, as text, and through its versions. */
export default function RubricPage() {
  const t = useT();
  const navigate = useNavigate();
  const { code = '', tab = '' } = useParams();
  const found = useRubric(code);
  const back = <Link to="/rubrics">← {t('rubrics.title')}</Link>;
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
  const rubric = found.data;
  const current = tabs.find(name => name === tab) ?? 'view';
  const path = `/rubrics/${encodeURIComponent(code)}`;
  const shown = { view: () => <RubricView rubric={rubric} />, text: () => <RubricText key={rubric.row.number} rubric={rubric} />, versions: () => <RubricVersions rubric={rubric} /> };
  return (
    <>
      <PageHead
        title={capital(rubric.row.title)}
        back={back}
        state={<><code>{rubric.row.code}</code> · {t('rubrics.version', { version: rubric.row.version })} · {rubric.statement}</>}
        actions={
          <Link to="/evidence?kind=rubric">
            <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
          </Link>
        }
      />
      <Figures
        figures={[
          { label: t('rubrics.shape'), value: rubric.row.shape, note: t('rubrics.shape.note') },
          { label: t('score.coverage'), value: formatPercent(rubric.coverage, 0), note: t('rubrics.coverage.note') },
          { label: t('rubrics.scenarios'), value: rubric.scenarios.length },
          { label: t('rubrics.vetoes'), value: rubric.vetoes.length },
          { label: t('rubrics.grades'), value: rubric.grades.map(grade => `${grade.grade} ≥ ${grade.from}`).join(' · ') },
        ]}
      />
      <Tabs className={styles['tabs'] ?? ''} activeKey={current} onChange={next => void navigate(next === 'view' ? path : `${path}/${next}`)} items={tabs.map(name => ({ key: name, label: t(`rubrics.tab.${name}`), children: name === current ? shown[name]() : null }))} />
    </>
  );
}
