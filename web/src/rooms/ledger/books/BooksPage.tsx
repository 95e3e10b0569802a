import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useBooks } from '../../../api/ledgerQueries';
import type { BookRow } from '../../../api/ledgerTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { SearchBox } from '../../../shell/SearchBox';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import { bookColumns } from './bookColumns';
import styles from './Books.module.css';
import { bookKinds, NewBook } from './NewBook';

const rest = { query: '', kind: '', sort: 'code', page: 1, pageSize: 50 };

/** Every book the viewer owns, with its own business date. */
export default function BooksPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unit } = usePreferences();
  const [address, change] = useAddress(rest);
  const books = useBooks(address);
  const [opening, setOpening] = useState(false);
  const filtered = address.query !== '' || address.kind !== '';
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
      {t('books.new')}
    </Button>
  );
  const empty = filtered ? (
    <Nothing action={<Button onClick={() => change({ query: '', kind: '' })}>{t('books.clear')}</Button>}>{t('books.empty.filtered')}</Nothing>
  ) : (
    <Nothing action={create}>{t('books.empty')}</Nothing>
  );
  return (
    <>
      <PageHead title={t('books.title')} state={books.data === undefined ? undefined : t('shell.total', { count: books.data.total })} actions={create} />
      <div className={styles['filters']}>
        <SearchBox value={address.query} placeholder={t('books.search')} onChange={query => change({ query })} />
        <Select
          aria-label={t('books.kind')}
          popupMatchSelectWidth={false}
          value={address.kind}
          onChange={kind => change({ kind })}
          options={[{ value: '', label: t('books.all') }, ...bookKinds.map(value => ({ value, label: t.code('bookKind', value) }))]}
        />
        <UnitSwitch />
      </div>
      {books.isError && <Failure reason={books.error} onRetry={() => void books.refetch()} />}
      {books.isPending && <PageSkeleton rows={10} />}
      {books.data !== undefined && !books.isError && (
        <Table<BookRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          columns={bookColumns(t, unit, address.sort)}
          dataSource={books.data.items}
          loading={books.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 1110 }}
          sticky={{ offsetHeader: 48 }}
          onRow={book => ({ onClick: () => void navigate(`/ledger/books/${book.id}`) })}
          onChange={(_, __, sorter) => {
            const { columnKey, order } = Array.isArray(sorter) ? { columnKey: undefined, order: undefined } : sorter;
            const sort = order === 'ascend' ? String(columnKey) : order === 'descend' ? `-${String(columnKey)}` : rest.sort;
            if (sort !== address.sort) change({ sort });
          }}
          pagination={{
            current: address.page,
            pageSize: address.pageSize,
            total: books.data.total,
            pageSizeOptions: pageSizes,
            showSizeChanger: true,
            hideOnSinglePage: books.data.total <= 20,
            showTotal: count => t('shell.total', { count }),
            onChange: (page, pageSize) => change({ page, pageSize }),
          }}
        />
      )}
      {opening && <NewBook onClose={() => setOpening(false)} />}
    </>
  );
}
