import { KeyOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link, useNavigate } from 'react-router';
import { logKeyFile } from '../../../api/evidence';
import { useLeaves } from '../../../api/ledgerQueries';
import type { LeafRow } from '../../../api/ledgerTypes';
import { formatInstant, none } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useT, type Translate } from '../../../words';
import { LogLine } from '../LogLine';
import { LogStopped } from '../LogStopped';
import { atRest, RecordFilters } from './RecordFilters';
import styles from './Records.module.css';

function columnsOf(t: Translate): ColumnsType<LeafRow> {
  return [
    { title: t('evidence.index'), width: 72, align: 'right', render: (_, leaf) => leaf.index ?? none },
    { title: t('evidence.at'), width: 138, render: (_, leaf) => formatInstant(leaf.at) },
    {
      title: t('evidence.what'),
      render: (_, leaf) => (
        <Link to={`/evidence/${leaf.id}`} onClick={event => event.stopPropagation()}>
          {t.either(leaf.title.zh, leaf.title.en)}
        </Link>
      ),
    },
    { title: t('evidence.kind'), width: 100, render: (_, leaf) => t.code('subjectKind', leaf.subject.kind) },
    { title: t('evidence.by'), width: 100, ellipsis: true, render: (_, leaf) => t.code('person', leaf.by) },
    {
      title: t('evidence.state'),
      width: 220,
      render: (_, leaf) => (
        <span style={{ display: 'inline-flex', gap: 6, flexWrap: 'wrap' }}>
          {leaf.index === null ? <StateMark tone="blue">{t('evidence.state.pending')}</StateMark> : <StateMark tone="green">{t('evidence.state.covered')}</StateMark>}
          {leaf.erased && <StateMark tone="grey">{t('evidence.state.erased')}</StateMark>}
        </span>
      ),
    },
  ];
}

/** What has been recorded, newest first, under filters that live in the address. */
export default function RecordsPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(atRest);
  const leaves = useLeaves(address);
  const { page, pageSize, ...filters } = address;
  const filtered = Object.values(filters).some(value => value !== '');
  const empty = filtered ? (
    <Nothing action={<Button onClick={() => change({ ...atRest })}>{t('books.clear')}</Button>}>{t('evidence.empty.filtered')}</Nothing>
  ) : (
    <Nothing
      action={
        <Link to="/ledger/books">
          <Button type="primary">{t('books.title')}</Button>
        </Link>
      }
    >
      {t('evidence.empty')}
    </Nothing>
  );
  return (
    <>
      <PageHead
        title={t('evidence.title')}
        state={<LogLine />}
        actions={
          <>
            <Button icon={<KeyOutlined />} href={logKeyFile} download="evidence-log.json">
              {t('evidence.log.keys')}
            </Button>
            <Link to="/evidence/verify">
              <Button icon={<SafetyCertificateOutlined />}>{t('evidence.verify')}</Button>
            </Link>
          </>
        }
      />
      <LogStopped />
      <RecordFilters address={address} onChange={change} />
      {leaves.isError && <Failure reason={leaves.error} onRetry={() => void leaves.refetch()} />}
      {leaves.isPending && <PageSkeleton rows={12} />}
      {leaves.data !== undefined && !leaves.isError && (
        <Table<LeafRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          columns={columnsOf(t)}
          dataSource={leaves.data.items}
          loading={leaves.isPlaceholderData}
          scroll={{ x: 1060 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: empty }}
          onRow={leaf => ({ onClick: () => void navigate(`/evidence/${leaf.id}`) })}
          pagination={{
            current: page,
            pageSize,
            total: leaves.data.total,
            pageSizeOptions: pageSizes,
            showSizeChanger: true,
            hideOnSinglePage: leaves.data.total <= 20,
            showTotal: count => t('shell.total', { count }),
            onChange: (next, size) => change({ page: next, pageSize: size }),
          }}
        />
      )}
    </>
  );
}
