import { PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { UserRow } from '../../../api/people';
import { useUsers } from '../../../api/peopleQueries';
import { formatInstant } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { SearchBox } from '../../../shell/SearchBox';
import { StateMark } from '../../../shell/StateMark';
import { pageSizes, useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { useRoleName } from '../../approvals/RoleNames';
import { AddUser } from './AddUser';
import { userState, userTones } from './userState';
import styles from '../People.module.css';

const rest = { query: '', page: 1, pageSize: 50 };

/** The people of the organisation with their roles and the state of their accounts. */
export default function UsersPage() {
  const t = useT();
  const navigate = useNavigate();
  const role = useRoleName();
  const [address, change] = useAddress(rest);
  const users = useUsers(address);
  const may = useMay('access.user.add');
  const [adding, setAdding] = useState(false);
  const now = new Date();
  const add = may ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('users.add')}
    </Button>
  ) : undefined;
  const roles = (user: UserRow) => user.members.filter(member => member.current).map(member => role(member.role));
  const columns: ColumnsType<UserRow> = [
    {
      title: t('access.name'),
      width: 170,
      render: (_, user) => (
        <span className={styles['cell']}>
          <Link to={`/access/users/${user.id}`}>{user.name}</Link>
          <code className={styles['small']}>{user.login}</code>
        </span>
      ),
    },
    { title: t('users.roles'), render: (_, user) => roles(user).join(t('access.listComma')) || <span className="soft">{t('users.roles.none')}</span> },
    {
      title: t('users.state'),
      width: 150,
      render: (_, user) => {
        const state = userState(user, now);
        return <StateMark tone={userTones[state]}>{t(`userState.${state}`)}</StateMark>;
      },
    },
    { title: t('users.factor'), width: 110, render: (_, user) => t(user.secondFactor ? 'users.factor.on' : 'users.factor.off') },
    { title: t('users.seen'), width: 140, render: (_, user) => formatInstant(user.lastSeen) },
  ];
  return (
    <>
      <PageHead title={t('users.title')} state={users.data === undefined ? <>&nbsp;</> : t('shell.total', { count: users.data.total })} actions={add} />
      <div className={styles['filters']}>
        <SearchBox value={address.query} placeholder={t('users.search')} onChange={query => change({ query })} />
      </div>
      {users.isError && <Failure reason={users.error} onRetry={() => void users.refetch()} />}
      {users.isPending && <PageSkeleton rows={10} />}
      {users.data !== undefined && !users.isError && (
        <Table<UserRow>
          className={`${styles['table'] ?? ''} ${styles['rows'] ?? ''}`}
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={users.data.items}
          loading={users.isPlaceholderData}
          scroll={{ x: 860 }}
          sticky={{ offsetHeader: 48 }}
          locale={{ emptyText: address.query === '' ? <Nothing action={add}>{t('users.empty')}</Nothing> : <Nothing>{t('people.filtered')}</Nothing> }}
          onRow={user => ({ onClick: () => void navigate(`/access/users/${user.id}`) })}
          pagination={{ current: address.page, pageSize: address.pageSize, total: users.data.total, pageSizeOptions: pageSizes, showSizeChanger: true, hideOnSinglePage: users.data.total <= 20, onChange: (page, pageSize) => change({ page, pageSize }) }}
        />
      )}
      {adding && <AddUser onClose={() => setAdding(false)} />}
    </>
  );
}
