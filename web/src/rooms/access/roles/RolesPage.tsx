import { PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { Grant, RoleView } from '../../../api/people';
import { useRoles } from '../../../api/peopleQueries';
import { formatMoney } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { SaveRole } from './SaveRole';
import styles from '../People.module.css';

/** What a role lets its holders do, each act with the largest amount of one. */
function GrantList({ grants }: { grants: readonly Grant[] }) {
  const t = useT();
  return <>{grants.map(grant => (grant.limit === null || grant.limit === undefined ? grant.act : t('roles.grant.upTo', { act: grant.act, limit: formatMoney(grant.limit, 'yuan') }))).join(t('access.listComma'))}</>;
}

/** The roles that can be given: those of the product, and the organisation's own. */
export default function RolesPage() {
  const t = useT();
  const found = useRoles();
  const may = useMay('access.role.save');
  const [saving, setSaving] = useState<RoleView | 'new' | null>(null);
  const roles = found.data?.roles;
  const own = roles?.filter(role => !role.builtIn).length ?? 0;
  const add = may ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setSaving('new')}>
      {t('roles.add')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={t('roles.title')} state={roles === undefined ? <>&nbsp;</> : t('roles.state', { builtIn: roles.length - own, own })} actions={add} />
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={10} />}
      {roles !== undefined && (
        <Table<RoleView>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="code"
          pagination={false}
          dataSource={roles}
          scroll={{ x: 900 }}
          sticky={{ offsetHeader: 48 }}
          columns={[
            {
              title: t('roles.name'),
              width: 190,
              render: (_, role) => (
                <span className={styles['cell']}>
                  <span>{t.either(role.zh, role.en)}</span>
                  <code className={styles['small']}>{role.code}</code>
                </span>
              ),
            },
            { title: t('roles.origin'), width: 150, render: (_, role) => <>{t(role.builtIn ? 'roles.builtIn' : 'roles.own')} {!role.active && <StateMark tone="grey">{t('roles.inactive')}</StateMark>}</> },
            { title: t('roles.holders'), width: 90, align: 'right', render: (_, role) => role.holders },
            { title: t('roles.grants'), render: (_, role) => <span className={styles['small']}><GrantList grants={role.grants} /></span> },
            { key: 'edit', width: 80, render: (_, role) => (may && !role.builtIn ? <Button size="small" onClick={() => setSaving(role)}>{t('roles.edit')}</Button> : null) },
          ]}
        />
      )}
      {saving !== null && <SaveRole role={saving === 'new' ? null : saving} onClose={() => setSaving(null)} />}
    </>
  );
}
