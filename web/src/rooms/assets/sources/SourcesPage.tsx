import { InboxOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import { useSource, useSources } from '../../../api/rightQueries';
import type { RightSource } from '../../../api/rightTypes';
import { formatDate, formatInstant, formatNumber } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT, type Translate } from '../../../words';
import { paging } from '../../payments/pages';
import { Two } from '../../payments/Two';
import styles from '../Assets.module.css';
import { SourceReport } from './SourceReport';

const rest = { source: '', page: 1, pageSize: 50 };

/** Files rights were taken from, and the report of each. */
export default function SourcesPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const { source, ...paged } = address;
  const sources = useSources(paged);
  const bring = useMay('assets.right.import') ? (
    <Link to="/rights/import">
      <Button type="primary" icon={<InboxOutlined />}>
        {t('import.title')}
      </Button>
    </Link>
  ) : null;
  return (
    <>
      <PageHead title={t('sources.title')} state={sources.data === undefined ? undefined : t('shell.total', { count: sources.data.total })} actions={bring} />
      {sources.isError && <Failure reason={sources.error} onRetry={() => void sources.refetch()} />}
      {sources.isPending && <PageSkeleton rows={8} />}
      {sources.data !== undefined && !sources.isError && (
        <Table<RightSource>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={sourceColumns(t, id => change({ source: id, page: address.page }))}
          dataSource={sources.data.items}
          loading={sources.isPlaceholderData}
          locale={{ emptyText: <Nothing action={bring}>{t('sources.empty')}</Nothing> }}
          scroll={{ x: 1080 }}
          onRow={row => ({ onClick: () => change({ source: row.id, page: address.page }) })}
          pagination={paging(t, address, sources.data.total, change)}
        />
      )}
      <ReportDrawer id={source} onClose={() => change({ source: '', page: address.page })} />
    </>
  );
}

function sourceColumns(t: Translate, open: (id: string) => void): ColumnsType<RightSource> {
  const count = (value: number) => formatNumber(String(value), 0);
  return [
    {
      title: t('sources.name'),
      width: 260,
      fixed: 'left',
      render: (_, row) => (
        <a
          href={`?source=${row.id}`}
          onClick={event => {
            event.preventDefault();
            event.stopPropagation();
            open(row.id);
          }}
        >
          {row.name}
        </a>
      ),
    },
    { title: t('sources.format'), width: 130, render: (_, row) => t.code('importFormat', row.format) },
    { title: t('right.asOf'), width: 110, render: (_, row) => formatDate(row.asOf) },
    { title: t('sources.rows'), width: 90, align: 'right', render: (_, row) => count(row.rows) },
    { title: t('sources.rights'), width: 90, align: 'right', render: (_, row) => count(row.rights) },
    { title: t('sources.merged'), width: 90, align: 'right', render: (_, row) => count(row.merged) },
    { title: t('sources.refused'), width: 90, align: 'right', render: (_, row) => (row.refused > 0 ? <StateMark tone="red">{count(row.refused)}</StateMark> : count(row.refused)) },
    { title: t('sources.warnings'), width: 90, align: 'right', render: (_, row) => (row.warnings > 0 ? <StateMark tone="amber">{count(row.warnings)}</StateMark> : count(row.warnings)) },
    { title: t('sources.at'), width: 170, render: (_, row) => <Two first={row.done ? formatInstant(row.at) : t('sources.unfinished')} second={t.code('person', row.by)} /> },
  ];
}

/** What became of a file beside the list; its address can be sent. */
function ReportDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const report = useSource(id === '' ? null : id);
  return (
    <Drawer open={id !== ''} width="min(760px, 100vw)" title={report.data?.name ?? t('sources.report')} onClose={onClose} destroyOnHidden>
      {report.isError && <Failure reason={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && id !== '' && <Skeleton active paragraph={{ rows: 8 }} />}
      {report.data !== undefined && <SourceReport report={report.data} />}
    </Drawer>
  );
}
