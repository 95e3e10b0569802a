import { Table } from 'antd';
import type { PolicyStep } from '../../api/policyTypes';
import { formatDate, formatInstant } from '../../format';
import { Amount } from '../../shell/Amount';
import { Panel } from '../../shell/Panel';
import { StateMark } from '../../shell/StateMark';
import { useT } from '../../words';
import { Two } from '../payments/Two';
import { aidTones, claimTones } from './tones';
import { useInUnit } from './useInUnit';

/** What was done to an application or a claim, step by step: the state, its day, the amount, the note, and by whom. */
export function StepsPanel({ steps, of }: { steps: readonly PolicyStep[]; of: 'aid' | 'claim' }) {
  const t = useT();
  const inUnit = useInUnit();
  const [word, tones] = of === 'aid' ? (['aidState', aidTones] as const) : (['claimState', claimTones] as const);
  return (
    <Panel title={t('aid.history')}>
      <Table<PolicyStep>
        size="small"
        rowKey="n"
        pagination={false}
        scroll={{ x: 700 }}
        dataSource={steps}
        columns={[
          { title: t('aid.state'), width: 130, render: (_, step) => <StateMark tone={tones[step.state] ?? 'grey'}>{t.code(word, step.state)}</StateMark> },
          { title: t('aid.day'), width: 110, render: (_, step) => formatDate(step.day) },
          { title: inUnit('aid.stepAmount'), width: 140, align: 'right', render: (_, step) => (step.amount === null ? t('shell.none') : <Amount value={step.amount} />) },
          { title: t('aid.note'), render: (_, step) => <span translate="no">{step.note}</span> },
          { title: t('aid.by'), width: 160, render: (_, step) => <Two first={formatInstant(step.at)} second={<span translate="no">{step.by}</span>} /> },
        ]}
      />
    </Panel>
  );
}
