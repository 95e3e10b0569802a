import { Button, Tabs } from 'antd';
import { FileProtectOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useBook } from '../../../api/ledgerQueries';
import type { BookRow } from '../../../api/ledgerTypes';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT, type Word } from '../../../words';
import { EntryDrawer } from '../entry/EntryDrawer';
import { AccountsTab } from './AccountsTab';
import { AdvanceDate } from './AdvanceDate';
import styles from './Book.module.css';
import { HoldsTab } from './holds/HoldsTab';
import { JournalTab } from './journal/JournalTab';
import { PlannedTab } from './planned/PlannedTab';
import { PostTab } from './post/PostTab';

const tabs = ['accounts', 'journal', 'holds', 'planned', 'new'] as const;
type TabName = (typeof tabs)[number];

const shown: Record<TabName, { word: Word; tab: (book: BookRow) => ReactNode }> = {
  accounts: { word: 'book.tab.accounts', tab: book => <AccountsTab book={book} /> },
  journal: { word: 'book.tab.journal', tab: book => <JournalTab book={book} /> },
  holds: { word: 'book.tab.holds', tab: book => <HoldsTab book={book} /> },
  planned: { word: 'book.tab.planned', tab: book => <PlannedTab book={book} /> },
  new: { word: 'book.tab.new', tab: book => <PostTab key={book.id} book={book} /> },
};

function Head({ book, units }: { book: BookRow; units: boolean }) {
  const t = useT();
  const state = [
    book.code,
    t.code('bookKind', book.kind),
    t('book.state', { date: book.businessDate }),
    t('book.state.entries', { count: book.entries }),
    ...(book.pendingHolds > 0 ? [t('book.state.holds', { count: book.pendingHolds })] : []),
    ...(book.openPlanned > 0 ? [t('book.state.planned', { count: book.openPlanned })] : []),
  ];
  return (
    <PageHead
      title={book.name}
      named
      back={<Link to="/ledger/books">← {t('books.title')}</Link>}
      state={state.join(' · ')}
      actions={
        <>
          {units && <UnitSwitch />}
          <Link to={`/evidence?kind=book&subject=${book.id}`}>
            <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
          </Link>
          <AdvanceDate book={book} />
        </>
      }
    />
  );
}

/** A book: what stands on its accounts, what was posted, what is held, planned, and the way to post. */
export default function BookPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab } = useParams();
  const book = useBook(id);
  const current = tabs.find(name => name === tab) ?? 'accounts';
  if (book.data === undefined) return book.isError ? <Failure reason={book.error} onRetry={() => void book.refetch()} /> : <PageSkeleton rows={12} />;
  const row = book.data;
  return (
    <>
      <Head book={row} units={current === 'accounts'} />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={current}
        onChange={next => void navigate(next === 'accounts' ? `/ledger/books/${id}` : `/ledger/books/${id}/${next}`)}
        items={tabs.map(name => ({ key: name, label: t(shown[name].word), children: name === current ? shown[name].tab(row) : null }))}
      />
      <EntryDrawer />
    </>
  );
}
