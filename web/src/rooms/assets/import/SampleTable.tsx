import { Table } from 'antd';
import type { PreviewRight } from '../../../api/importTypes';
import { formatDate, none } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { capital } from '../capital';

/** The first records as they were read. */
export function SampleTable({ samples }: { samples: readonly PreviewRight[] }) {
  const t = useT();
  return (
    <Table<PreviewRight>
      size="small"
      rowKey={(right, index) => `${right.line} ${right.number} ${index ?? 0}`}
      dataSource={[...samples]}
      pagination={false}
      scroll={{ x: 760 }}
      locale={{ emptyText: <Nothing>{t('import.none')}</Nothing> }}
      columns={[
        { title: t('import.line'), dataIndex: 'line', width: 64, align: 'right' },
        { title: t('import.number'), dataIndex: 'number', width: 190 },
        { title: t('import.name'), render: (_, right) => <Two first={right.title === '' ? none : right.title} second={capital(right.kindTitle)} /> },
        { title: t('import.holders'), width: 200, render: (_, right) => (right.holders.length === 0 ? none : right.holders.join('；')) },
        { title: t('import.filed'), width: 110, render: (_, right) => formatDate(right.filed) },
        { title: t('import.events'), dataIndex: 'events', width: 72, align: 'right' },
      ]}
    />
  );
}
