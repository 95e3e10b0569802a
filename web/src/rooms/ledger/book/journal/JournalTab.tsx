import { DownloadOutlined } from '@ant-design/icons';
import { Button, Pagination, Skeleton, Spin } from 'antd';
import { Link } from 'react-router';
import { journalFile } from '../../../../api/ledger';
import { useAccounts, useEntries } from '../../../../api/ledgerQueries';
import type { BookRow } from '../../../../api/ledgerTypes';
import { Failure } from '../../../../shell/Failure';
import { Nothing } from '../../../../shell/Nothing';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { pageSizes, useAddress } from '../../../../shell/useAddress';
import { useT } from '../../../../words';
import { useOpenEntry } from '../../entry/useOpenEntry';
import styles from './Journal.module.css';
import { atRest, JournalFilters } from './JournalFilters';
import { JournalTable } from './JournalTable';

/** Every entry of a book under its filters, one page from the server at a time. */
export function JournalTab({ book }: { book: BookRow }) {
  const t = useT();
  const { language } = usePreferences();
  const { open } = useOpenEntry();
  const [address, change] = useAddress(atRest);
  const { page, pageSize, ...filters } = address;
  const entries = useEntries(book.id, { ...filters, page, pageSize });
  const accounts = useAccounts(book.id);
  const filtered = Object.values(filters).some(value => value !== '');
  const clear = <Button onClick={() => change({ ...atRest })}>{t('books.clear')}</Button>;
  const first = (
    <Link to={`/ledger/books/${book.id}/new`}>
      <Button type="primary">{t('journal.post')}</Button>
    </Link>
  );
  const download = (
    <Button icon={<DownloadOutlined />} href={journalFile(book.id, filters, language)} download>
      {t('statement.export')}
    </Button>
  );
  return (
    <Panel title={t('book.tab.journal')} note={entries.data === undefined ? undefined : t('shell.total', { count: entries.data.total })} extra={download}>
      <JournalFilters address={address} accounts={accounts.data ?? []} onChange={change} />
      {entries.isError && <Failure reason={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {entries.data !== undefined && !entries.isError && (
        <Spin spinning={entries.isPlaceholderData}>
          {entries.data.items.length === 0 ? (
            <Nothing action={filtered ? clear : first}>{t(filtered ? 'journal.empty.filtered' : 'journal.empty')}</Nothing>
          ) : (
            <JournalTable entries={entries.data.items} onOpen={open} />
          )}
          {entries.data.total > 20 && (
            <Pagination
              className={styles['pages'] ?? ''}
              size="small"
              align="end"
              current={page}
              pageSize={pageSize}
              total={entries.data.total}
              pageSizeOptions={pageSizes}
              showSizeChanger
              onChange={(next, size) => change({ page: next, pageSize: size })}
            />
          )}
        </Spin>
      )}
    </Panel>
  );
}
