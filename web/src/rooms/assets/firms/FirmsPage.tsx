import { InboxOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Firm } from '../../../api/firmTypes';
import { useFirms } from '../../../api/rightQueries';
import { formatInstant, none } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT, type Translate } from '../../../words';
import { paging } from '../../payments/pages';
import { Two } from '../../payments/Two';
import styles from '../Assets.module.css';
import { FirmDialog } from './FirmDialog';

const rest = { query: '', tag: '', region: '', page: 1, pageSize: 50 };

/** Firms whose rights and figures the register keeps. */
export default function FirmsPage() {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const [adding, setAdding] = useState(false);
  const may = useMay('assets.firm.add');
  const mayImport = useMay('assets.firm.import');
  const firms = useFirms(address);
  const filtered = [address.query, address.tag, address.region].some(value => value !== '');
  const add = may ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('firms.new')}
    </Button>
  ) : null;
  const empty = filtered ? <Nothing action={<Button onClick={() => change({ ...rest })}>{t('books.clear')}</Button>}>{t('firms.empty.filtered')}</Nothing> : <Nothing action={add}>{t('firms.empty')}</Nothing>;
  return (
    <>
      <PageHead title={t('firms.title')} state={firms.data === undefined ? undefined : t('shell.total', { count: firms.data.total })} actions={
          <>
            {mayImport && (
              <Link to="/firms/import">
                <Button icon={<InboxOutlined />}>{t('import.firms.title')}</Button>
              </Link>
            )}
            {add}
          </>
        } />
      <div className={styles['filters']}>
        <SearchBox value={address.query} placeholder={t('firms.search')} onChange={query => change({ query })} />
        <span className={styles['owner']}>
          <SearchBox value={address.tag} placeholder={t('firms.tag')} onChange={tag => change({ tag })} />
        </span>
        <span className={styles['owner']}>
          <SearchBox value={address.region} placeholder={t('firms.region')} onChange={region => change({ region })} />
        </span>
      </div>
      {firms.isError && <Failure reason={firms.error} onRetry={() => void firms.refetch()} />}
      {firms.isPending && <PageSkeleton rows={10} />}
      {firms.data !== undefined && !firms.isError && (
        <Table<Firm>
          className={`${styles['table']} ${styles['rows']}`}
          size="small"
          rowKey="id"
          columns={firmColumns(t)}
          dataSource={firms.data.items}
          loading={firms.isPlaceholderData}
          locale={{ emptyText: empty }}
          scroll={{ x: 980 }}
          sticky={{ offsetHeader: 48 }}
          onRow={firm => ({ onClick: () => void navigate(`/firms/${firm.id}`) })}
          pagination={paging(t, address, firms.data.total, change)}
        />
      )}
      {adding && <FirmDialog firm={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function firmColumns(t: Translate): ColumnsType<Firm> {
  return [
    {
      title: t('firm.name'),
      width: 280,
      fixed: 'left',
      render: (_, firm) => (
        <Two
          first={
            <Link to={`/firms/${firm.id}`} onClick={event => event.stopPropagation()}>
              {firm.name}
            </Link>
          }
          second={firm.formerNames.length === 0 ? undefined : t('firm.former', { names: firm.formerNames.join('、') })}
        />
      ),
    },
    { title: t('firm.code'), width: 180, render: (_, firm) => firm.code },
    { title: t('firm.region'), width: 90, render: (_, firm) => firm.region ?? none },
    { title: t('firm.industry'), width: 130, render: (_, firm) => <Two first={firm.industry ?? none} second={firm.industryEdition === null ? undefined : t('firm.edition', { year: firm.industryEdition })} /> },
    { title: t('firm.tags'), render: (_, firm) => (firm.tags.length === 0 ? none : firm.tags.map(tag => <Tag key={tag}>{tag}</Tag>)) },
    { title: t('firm.changed'), width: 150, render: (_, firm) => <Two first={formatInstant(firm.changedAt)} second={t.code('person', firm.changedBy)} /> },
  ];
}
