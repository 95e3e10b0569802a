import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Space, Table } from 'antd';
import { useState } from 'react';
import type { OrganisationRow } from '../../../api/people';
import { useOrganisations } from '../../../api/peopleQueries';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark } from '../../../shell/StateMark';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useMay, useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { organisationKinds } from '../kinds';
import { AddPerson, FindPerson } from './Persons';
import { SaveOrganisation } from './SaveOrganisation';
import styles from '../People.module.css';

const rest = { query: '', kind: '', page: 1, pageSize: 50 };
type Dialog = 'add' | 'person' | 'find' | OrganisationRow | null;

/** The organisations of the installation; natural persons masked. */
export default function OrganisationsPage() {
  const t = useT();
  const { me } = useMe();
  const [address, change] = useAddress(rest);
  const found = useOrganisations(address);
  const [mayAdd, mayChange, mayPerson] = [useMay('access.organisation.add'), useMay('access.organisation.change'), useMay('access.person.add')];
  const [dialog, setDialog] = useState<Dialog>(null);
  const runs = me.organisation?.operator === true;
  const close = () => setDialog(null);
  const actions = (
    <Space wrap>
      {runs && <Button onClick={() => setDialog('find')}>{t('persons.find')}</Button>}
      {runs && mayPerson && <Button onClick={() => setDialog('person')}>{t('persons.add')}</Button>}
      {runs && mayAdd && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog('add')}>
          {t('organisations.add')}
        </Button>
      )}
    </Space>
  );
  return (
    <>
      <PageHead title={t('organisations.title')} state={found.data === undefined ? <>&nbsp;</> : t('shell.total', { count: found.data.total })} actions={actions} />
      <div className={styles['filters']}>
        <SearchBox value={address.query} placeholder={t('organisations.search')} onChange={query => change({ query })} />
        <Select aria-label={t('organisations.kind')} popupMatchSelectWidth={false} value={address.kind} onChange={kind => change({ kind })} options={[{ value: '', label: t('organisations.kinds') }, ...organisationKinds.map(value => ({ value: value as string, label: t.code('organisationKind', value) }))]} />
      </div>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {found.data !== undefined && !found.isError && (
        <Table<OrganisationRow>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          dataSource={found.data.items}
          loading={found.isPlaceholderData}
          scroll={{ x: 820 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: <Nothing>{t(address.query === '' && address.kind === '' ? 'organisations.empty' : 'people.filtered')}</Nothing> }}
          columns={[
            { title: t('organisations.name'), render: (_, row) => <>{row.name} {row.operator && <StateMark tone="blue">{t('organisations.operator')}</StateMark>}</> },
            { title: t('organisations.kind'), width: 140, render: (_, row) => t.code('organisationKind', row.kind) },
            { title: t('organisations.code'), width: 210, render: (_, row) => <span className="tabular">{row.code ?? row.idMasked ?? t('shell.none')}</span> },
            { title: t('organisations.users'), width: 90, align: 'right', render: (_, row) => row.users ?? t('shell.none') },
            { title: t('organisations.state'), width: 100, render: (_, row) => <StateMark tone={row.active ? 'green' : 'grey'}>{t(row.active ? 'organisations.active' : 'organisations.inactive')}</StateMark> },
            { key: 'change', width: 80, render: (_, row) => (runs && mayChange ? <Button size="small" onClick={() => setDialog(row)}>{t('organisations.change')}</Button> : null) },
          ]}
          pagination={{ current: address.page, pageSize: address.pageSize, total: found.data.total, pageSizeOptions: pageSizes, showSizeChanger: true, hideOnSinglePage: found.data.total <= 20, onChange: (page, pageSize) => change({ page, pageSize }) }}
        />
      )}
      {dialog === 'add' && <SaveOrganisation organisation={null} onClose={close} />}
      {dialog === 'person' && <AddPerson onClose={close} />}
      {dialog === 'find' && <FindPerson onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && <SaveOrganisation organisation={dialog} onClose={close} />}
    </>
  );
}
