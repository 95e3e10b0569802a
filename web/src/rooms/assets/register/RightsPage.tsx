import { DownloadOutlined, InboxOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Table, type CheckboxProps } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { exportRightsAddress } from '../../../api/rights';
import { useRights } from '../../../api/rightQueries';
import type { RightRow } from '../../../api/rightTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { PlacePaging } from '../../../shell/PlacePaging';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useLanguage, useT } from '../../../words';
import styles from '../Assets.module.css';
import { ChosenBar } from './ChosenBar';
import { ColumnChoice } from './ColumnChoice';
import { KeptSearches } from './KeptSearches';
import { rightColumns } from './rightColumns';
import { RightFilters } from './RightFilters';
import { askedOf, atRest, isFiltered, pageOf, shownColumns } from './rightsAddress';

/** The register: which right, whose, in force, encumbered. */
export default function RightsPage() {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const [address, change] = useAddress(atRest);
  const may = useMay('assets.right.register');
  const mayImport = useMay('assets.right.import');
  const rights = useRights(pageOf(address));
  const found = rights.data;
  const [chosen, setChosen] = useState<RightRow[]>([]);
  const columns = rightColumns(t, address.sort);
  const wanted = shownColumns(address);
  const shown = columns.filter(column => column.key === 'number' || wanted.includes(String(column.key)));
  const choices = columns.filter(column => column.key !== 'number').map(column => ({ key: String(column.key), title: String(column.title) }));
  const register = may ? (
    <Link to="/rights/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('rights.new')}
      </Button>
    </Link>
  ) : null;
  const empty = isFiltered(address) ? (
    <Nothing action={<Button onClick={() => change({ ...atRest, columns: address.columns })}>{t('books.clear')}</Button>}>{t('rights.empty.filtered')}</Nothing>
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
      <RightFilters
        address={address}
        onChange={change}
        tools={
          <>
            <KeptSearches address={address} onChange={change} />
            <ColumnChoice columns={choices} shown={wanted} onChange={next => change({ columns: next.join('.'), place: address.place })} />
          </>
        }
      />
      {chosen.length > 0 && <ChosenBar chosen={chosen} day={address.day} onPage={() => setChosen([...chosen, ...(found?.items ?? []).filter(right => !chosen.some(one => one.id === right.id))])} onClear={() => setChosen([])} />}
      {rights.isError && <Failure reason={rights.error} onRetry={() => void rights.refetch()} />}
      {rights.isPending && <PageSkeleton rows={10} />}
      {found !== undefined && !rights.isError && (
        <Table<RightRow>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={shown}
          dataSource={found.items}
          loading={rights.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 48 + shown.reduce((sum, column) => sum + Number(column.width), 0) }}
          rowSelection={{
            fixed: true,
            columnWidth: 40,
            preserveSelectedRowKeys: true,
            selectedRowKeys: chosen.map(right => right.id),
            onChange: (_, rows) => setChosen(rows),
            onCell: () => ({ onClick: event => event.stopPropagation() }),
            getCheckboxProps: right => ({ 'aria-label': t('rights.choose', { number: right.number }) }) as CheckboxProps,
            // The table measures its columns with a hidden copy of its head, where nothing may be focused.
            hideSelectAll: true,
          }}
          sticky={{ offsetHeader: 48 }}
          showSorterTooltip={false}
          onRow={right => ({ onClick: () => void navigate(`/rights/${right.id}`) })}
          onChange={(_paging, _filters, sorter) => {
            const by = Array.isArray(sorter) ? undefined : sorter;
            change({ sort: by?.order === undefined || by.order === null ? atRest.sort : String(by.columnKey) });
          }}
          pagination={false}
        />
      )}
      {found !== undefined && !rights.isError && (found.next !== null || found.previous !== null || found.items.length > 0) && (
        <PlacePaging previous={found.previous} next={found.next} pageSize={address.pageSize} total={t(found.more ? 'rights.total.more' : 'shell.total', { count: found.total })} onChange={change} />
      )}
    </>
  );
}
