import { Table, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useRubrics } from '../../../api/scores';
import type { RubricRow } from '../../../api/scoreTypes';
import { formatDate, formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { capital } from '../../assets/capital';
import { Two } from '../../payments/Two';
import { Person } from '../Person';
import styles from '../Valuation.module.css';

/** Rubrics by which rights are scored; the shipped ones and those of the organisation's own. */
export default function RubricsPage() {
  const t = useT();
  const navigate = useNavigate();
  const found = useRubrics();
  return (
    <>
      <PageHead title={t('rubrics.title')} state={t('rubrics.note')} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={5} />}
      {found.data !== undefined && !found.isError && (
        <Table<RubricRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="code"
          dataSource={found.data.rows}
          pagination={false}
          scroll={{ x: 1000 }}
          locale={{ emptyText: <Nothing>{t('rubrics.empty')}</Nothing> }}
          onRow={row => ({ onClick: () => void navigate(`/rubrics/${encodeURIComponent(row.code)}`) })}
          columns={[
            { title: t('rubrics.name'), width: 250, fixed: 'left', render: (_, row) => <Two first={<Link to={`/rubrics/${encodeURIComponent(row.code)}`} onClick={event => event.stopPropagation()}>{capital(row.title)}</Link>} second={<code>{row.code}</code>} /> },
            { title: t('version.number'), width: 150, render: (_, row) => <>{row.version} {row.own ? <Tag color="blue">{t('rubrics.own')}</Tag> : <Tag>{t('rubrics.shipped')}</Tag>}</> },
            { title: t('rubrics.next'), width: 150, render: (_, row) => (row.next === null ? '—' : <StateMark tone="amber">{`${row.next} · ${formatDate(row.nextFrom ?? '')}`}</StateMark>) },
            { title: t('rubrics.shape'), width: 110, render: (_, row) => row.shape },
            { title: t('value.source'), render: (_, row) => <span translate="no">{row.source}</span> },
            { title: t('version.at'), width: 150, render: (_, row) => (row.savedAt === null ? t('shell.none') : <Two first={formatInstant(row.savedAt)} second={row.savedBy === null ? undefined : <Person name={row.savedBy} />} />) },
          ]}
        />
      )}
    </>
  );
}
