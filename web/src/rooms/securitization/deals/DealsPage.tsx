import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { listAddress, templateAddress } from '../../../api/desk';
import { useDeals } from '../../../api/queries';
import type { DealRow } from '../../../api/types';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import { dealColumns, rememberColumns, rememberedColumns } from './dealColumns';
import { DealFilters } from './DealFilters';
import { ImportDeal } from './ImportDeal';
import { NewDeal } from './NewDeal';
import styles from './DealsPage.module.css';
import { pageSizes, useListAddress } from './useListAddress';

export default function DealsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit, language } = usePreferences();
  const [address, change] = useListAddress();
  const deals = useDeals({ ...address });
  const columns = dealColumns(t, unit, address.sort);
  const [shown, setShown] = useState(() => rememberedColumns(columns.map(column => column.key)));
  const [opened, setOpened] = useState<'new' | 'import' | null>(null);
  const visible = columns.filter(column => shown.includes(column.key));
  const filtered = address.query !== '' || address.market !== '' || address.structure !== '';
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened('new')}>
      {t('deals.new')}
    </Button>
  );
  const choose = (keys: string[]) => {
    rememberColumns(keys);
    setShown(keys);
  };

  const empty = filtered ? (
    <Nothing action={<Button onClick={() => change({ query: '', market: '', structure: '' })}>{t('deals.clear')}</Button>}>
      {t('deals.empty.filtered')}
    </Nothing>
  ) : (
    <Nothing action={create}>{t('deals.empty')}</Nothing>
  );

  return (
    <>
      <PageHead
        title={t('deals.title')}
        state={deals.data === undefined ? undefined : t('shell.total', { count: deals.data.total })}
        actions={
          <>
            <Button icon={<DownloadOutlined />} href={templateAddress(language)} download>
              {t('deals.template')}
            </Button>
            <Button icon={<DownloadOutlined />} href={listAddress(address, language)} download>
              {t('deals.export')}
            </Button>
            <Button icon={<UploadOutlined />} onClick={() => setOpened('import')}>
              {t('deals.import')}
            </Button>
            {create}
          </>
        }
      />
      <DealFilters address={address} onChange={change} columns={columns} shown={shown} onShown={choose} />
      {deals.isError && <Failure reason={deals.error} onRetry={() => void deals.refetch()} />}
      {deals.isPending && <PageSkeleton rows={12} />}
      {deals.data !== undefined && !deals.isError && (
        <Table<DealRow>
          className={styles['table']}
          size="small"
          rowKey="id"
          columns={visible}
          dataSource={deals.data.items}
          loading={deals.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: visible.reduce((width, column) => width + Number(column.width ?? 120), 0) }}
          sticky={{ offsetHeader: 48 }}
          onRow={deal => ({ onClick: () => void navigate(`/deals/${deal.id}`) })}
          onChange={(_, __, sorter) => {
            const { columnKey, order } = Array.isArray(sorter) ? { columnKey: undefined, order: undefined } : sorter;
            const sort = order === 'ascend' ? String(columnKey) : order === 'descend' ? `-${String(columnKey)}` : '-savedAt';
            if (sort !== address.sort) change({ sort });
          }}
          pagination={{
            current: address.page,
            pageSize: address.pageSize,
            total: deals.data.total,
            pageSizeOptions: pageSizes,
            showSizeChanger: true,
            hideOnSinglePage: deals.data.total <= 20,
            showTotal: count => t('shell.total', { count }),
            onChange: (page, pageSize) => change({ page, pageSize }),
          }}
        />
      )}
      <NewDeal open={opened === 'new'} onClose={() => setOpened(null)} />
      <ImportDeal open={opened === 'import'} onClose={() => setOpened(null)} />
    </>
  );
}
