import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { checkpointFile, type CheckpointRow } from '../../../api/evidence';
import { useCheckpoints } from '../../../api/ledgerQueries';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { LogLine } from '../LogLine';
import { HeldCheckpoint } from './HeldCheckpoint';
import styles from './Checkpoints.module.css';

const rest = { page: 1, pageSize: 50 };
const grouped = new Intl.NumberFormat('en-US');
const algorithms: Record<string, string> = { 'ecdsa-p256-sha256': 'ECDSA P-256', 'sm2-sm3': 'SM2' };

/** Every signed state of the log, to take home; and whether the log continues one that was taken home before. */
export default function CheckpointsPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const found = useCheckpoints(address);
  const root = (hash: string) => (
    <code className={styles['root']} title={hash}>
      {hash.slice(0, 16)}…
    </code>
  );
  return (
    <>
      <PageHead title={t('checkpoints.title')} state={<LogLine />} />
      <div className={styles['page']}>
        <HeldCheckpoint />
        {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <PageSkeleton />}
        {found.data !== undefined && !found.isError && (
          <Table<CheckpointRow>
            className={styles['table'] ?? ''}
            size="small"
            rowKey="size"
            dataSource={found.data.items}
            loading={found.isPlaceholderData}
            scroll={{ x: 860 }}
            locale={{ emptyText: <Nothing>{t('checkpoints.empty')}</Nothing> }}
            columns={[
              { title: t('checkpoints.size'), width: 110, align: 'right', render: (_, row) => grouped.format(row.size) },
              { title: t('checkpoints.at'), width: 150, render: (_, row) => formatInstant(row.at) },
              { title: 'SHA-256', render: (_, row) => root(row.sha256) },
              { title: 'SM3', render: (_, row) => root(row.sm3) },
              { title: t('checkpoints.signed'), width: 170, render: (_, row) => row.signed.map(one => algorithms[one] ?? one).join(' · ') },
              {
                key: 'file',
                width: 100,
                render: (_, row) => (
                  <Button size="small" icon={<DownloadOutlined />} href={checkpointFile(row.size)} download={`zhirong-checkpoint-${row.size}.json`} aria-label={t('checkpoints.download.of', { size: row.size })}>
                    {t('checkpoints.download')}
                  </Button>
                ),
              },
            ]}
            pagination={{ current: address.page, pageSize: address.pageSize, total: found.data.total, pageSizeOptions: pageSizes, showSizeChanger: true, hideOnSinglePage: found.data.total <= 20, onChange: (page, pageSize) => change({ page, pageSize }) }}
          />
        )}
      </div>
    </>
  );
}
