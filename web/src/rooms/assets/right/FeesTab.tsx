import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { RightFee, RightProfile } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT, type Translate } from '../../../words';
import { capital } from '../capital';
import { feeTones } from '../codes';

/** Annual fees of every year of protection: due, end of the grace, surcharge, and what is known to be paid. */
export function FeesTab({ profile }: { profile: RightProfile }) {
  const t = useT();
  return (
    <Panel title={t('right.fees')} note={t('right.fees.note', { day: profile.day })}>
      <Table<RightFee>
        size="small"
        rowKey="year"
        columns={feeColumns(t)}
        dataSource={profile.fees}
        pagination={false}
        scroll={{ x: 720 }}
        locale={{ emptyText: <Nothing>{t('right.fees.empty')}</Nothing> }}
      />
    </Panel>
  );
}

function feeColumns(t: Translate): ColumnsType<RightFee> {
  return [
    { title: t('right.fee.year'), width: 80, align: 'right', render: (_, fee) => fee.year },
    { title: t('right.fee.due'), width: 120, render: (_, fee) => formatDate(fee.due) },
    { title: t('right.fee.grace'), width: 130, render: (_, fee) => formatDate(fee.graceEnd) },
    { title: t('right.fee.amount'), width: 120, align: 'right', render: (_, fee) => <Fen value={fee.amount} /> },
    { title: t('right.fee.surcharge'), width: 130, align: 'right', render: (_, fee) => <Fen value={fee.state === 'due' ? fee.surcharge : null} /> },
    { title: t('rights.state'), render: (_, fee) => <StateMark tone={feeTones[fee.state]}>{capital(t(`feeState.${fee.state}`))}</StateMark> },
  ];
}
