import { Table } from 'antd';
import { useNavigate } from 'react-router';
import { useRights } from '../../../api/rightQueries';
import type { RightRow } from '../../../api/rightTypes';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { PlacePaging } from '../../../shell/PlacePaging';
import { useAddress } from '../../../shell/useAddress';
import { useT } from '../../../words';
import styles from '../Assets.module.css';
import { rightColumns } from '../register/rightColumns';

const rest = { sort: 'newest', place: '', pageSize: 20 };

/** The rights the firm holds today, under its name, its former names or its code. */
export function FirmRights({ firm }: { firm: string }) {
  const t = useT();
  const navigate = useNavigate();
  const [address, change] = useAddress(rest);
  const rights = useRights({ ...address, firm });
  if (rights.isError) return <Failure reason={rights.error} onRetry={() => void rights.refetch()} />;
  if (rights.data === undefined) return <PageSkeleton rows={8} />;
  return (
    <>
      <Table<RightRow>
        className={`${styles['table']} ${styles['rows']}`}
        size="small"
        rowKey="id"
        columns={rightColumns(t, '').map(column => ({ ...column, sorter: false }))}
        dataSource={rights.data.items}
        loading={rights.isPlaceholderData}
        locale={{ emptyText: <Nothing>{t('firm.rights.empty')}</Nothing> }}
        scroll={{ x: 1128 }}
        onRow={right => ({ onClick: () => void navigate(`/rights/${right.id}`) })}
        pagination={false}
      />
      {rights.data.items.length > 0 && <PlacePaging previous={rights.data.previous} next={rights.data.next} pageSize={address.pageSize} total={t(rights.data.more ? 'rights.total.more' : 'shell.total', { count: rights.data.total })} onChange={change} />}
    </>
  );
}
