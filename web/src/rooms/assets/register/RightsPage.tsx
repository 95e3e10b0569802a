import { DownloadOutlined, InboxOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { exportRightsAddress } from '../../../api/rights';
import { useRights } from '../../../api/rightQueries';
import type { RightRow } from '../../../api/rightTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useLanguage, useT } from '../../../words';
import styles from '../Assets.module.css';
import { rightColumns } from './rightColumns';
import { RightFilters } from './RightFilters';
import { askedOf, atRest, isFiltered } from './rightsAddress';

/** The register: which right, whose, in force, encumbered. */
export default function RightsPage() {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const [address, change] = useAddress(atRest);
  const may = useMay('assets.right.register');
  const mayImport = useMay('assets.right.import');
  const rights = useRights(askedOf(address));
  const found = rights.data;
  const register = may ? (
    <Link to="/rights/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('rights.new')}
      </Button>
    </Link>
  ) : null;
  const empty = isFiltered(address) ? (
    <Nothing action={<Button onClick={() => change({ ...atRest })}>{t('books.clear')}</Button>}>{t('rights.empty.filtered')}</Nothing>
  ) : (
    <Nothing action={register}>{t('rights.empty')}</Nothing>
  );
  const state = found === undefined ? undefined : t(found.more ? 'rights.total.more' : 'rights.total', { count: found.total });
  return (
    <>
      <PageHead
        title={t('rights.title')}
        state={state}
        actions={
          <>
            <Link to="/rights/questions">
              <Button>{t('rights.questions')}</Button>
            </Link>
            <Button href={exportRightsAddress(askedOf(address), language)} icon={<DownloadOutlined />} disabled={found === undefined || found.items.length === 0}>
              {t('rights.export')}
            </Button>
            {mayImport && (
              <Link to="/rights/import">
                <Button icon={<InboxOutlined />}>{t('import.title')}</Button>
              </Link>
            )}
            {register}
          </>
        }
      />
      <RightFilters address={address} onChange={change} />
      {rights.isError && <Failure reason={rights.error} onRetry={() => void rights.refetch()} />}
      {rights.isPending && <PageSkeleton rows={10} />}
      {found !== undefined && !rights.isError && (
        <Table<RightRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={rightColumns(t, address.sort)}
          dataSource={found.items}
          loading={rights.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1128 }}
          sticky={{ offsetHeader: 48 }}
          showSorterTooltip={false}
          onRow={right => ({ onClick: () => void navigate(`/rights/${right.id}`) })}
          onChange={(paging, _, sorter) => {
            const by = Array.isArray(sorter) ? undefined : sorter;
            const sort = by?.order === undefined || by.order === null ? atRest.sort : String(by.columnKey);
            if (sort === address.sort) change({ page: paging.current ?? 1, pageSize: paging.pageSize ?? atRest.pageSize });
            else change({ sort });
          }}
          pagination={{
            current: address.page,
            pageSize: address.pageSize,
            total: found.total,
            pageSizeOptions: pageSizes,
            showSizeChanger: true,
            hideOnSinglePage: found.total <= 20,
            showTotal: count => t(found.more ? 'rights.total.more' : 'shell.total', { count }),
          }}
        />
      )}
    </>
  );
}
