import { Table, Tooltip } from 'antd';
import type { Ground } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { outcomeTone } from './tones';

/** Every ground of a right: what it says, what was found, who says so and since when. */
export function GroundTable({ grounds }: { grounds: readonly Ground[] }) {
  const t = useT();
  return (
    <Table<Ground>
      size="small"
      rowKey="code"
      pagination={false}
      dataSource={[...grounds]}
      scroll={{ x: 720 }}
      columns={[
        { title: t('precheck.ground'), width: 280, render: (_, ground) => <Two first={<><code>{ground.code}</code> {ground.title}</>} second={<Tooltip title={ground.verified ? undefined : t('precheck.unverified')}>{ground.law}{ground.verified ? '' : ' *'}</Tooltip>} /> },
        { title: t('precheck.outcome'), width: 96, render: (_, ground) => <StateMark tone={outcomeTone(ground.outcome)}>{ground.outcomeTitle}</StateMark> },
        { title: t('precheck.fact'), render: (_, ground) => ground.fact },
        { title: t('precheck.source'), width: 140, render: (_, ground) => (ground.source === '' ? <span className="soft">{t('shell.unknown')}</span> : <Two first={<span translate="no">{ground.source}</span>} second={ground.asOf === null ? null : formatDate(ground.asOf)} />) },
      ]}
    />
  );
}
