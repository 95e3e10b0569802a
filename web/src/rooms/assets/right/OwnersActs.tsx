import { Table } from 'antd';
import type { OwnersAct } from '../../../api/rightTypes';
import { none } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import { capital } from '../capital';

const tones = { yes: 'green', consent: 'amber', unknown: 'amber', no: 'red' } as const;

/** What the owner may still do with the right, and what stands in the way. */
export function OwnersActs({ acts, day }: { acts: readonly OwnersAct[]; day: string }) {
  const t = useT();
  return (
    <Panel title={t('right.acts')} note={t('right.acts.note', { day })}>
      <Table<OwnersAct>
        size="small"
        rowKey="act"
        dataSource={[...acts]}
        pagination={false}
        scroll={{ x: 720 }}
        columns={[
          { title: t('right.act'), width: 130, render: (_, one) => capital(one.actTitle) },
          { title: t('right.act.answer'), width: 130, render: (_, one) => <StateMark tone={tones[one.answer as keyof typeof tones]}>{capital(one.answerTitle)}</StateMark> },
          {
            title: t('right.act.because'),
            render: (_, one) =>
              one.because.length === 0
                ? none
                : one.because.map(reason => <Two key={reason.condition} first={[capital(reason.title), ...reason.who].join(' · ')} second={reason.law} />),
          },
        ]}
      />
    </Panel>
  );
}
