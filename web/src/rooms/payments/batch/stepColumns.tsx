import type { ColumnsType } from 'antd/es/table';
import { fileContent } from '../../../api/payments';
import type { Step } from '../../../api/paymentTypes';
import { formatInstant } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import { withSeparators } from '../differences/amounts';
import { paymentTones } from '../tones';
import { Two } from '../Two';

/** Lines of a history: when, who, what, by which file. */
export function stepColumns(t: Translate, items: boolean): ColumnsType<Step> {
  return [
    { title: t('pay.at'), width: 140, render: (_, step) => formatInstant(step.at) },
    { title: t('pay.check.who'), width: 110, render: (_, step) => t.code('person', step.by) },
    ...(items ? [{ title: t('pay.item'), width: 64, render: (_: unknown, step: Step) => (step.item === null ? t('pay.batch.whole') : `#${step.item}`) }] : []),
    { title: t('pay.step'), width: 110, dataIndex: 'title' },
    { title: t('pay.state'), width: 96, render: (_, step) => (step.state === null ? null : <StateMark tone={paymentTones[step.state]}>{t.code('payState', step.state)}</StateMark>) },
    {
      title: t('pay.note'),
      render: (_, step) => (
        <Two
          first={<span style={{ overflowWrap: 'anywhere' }}>{withSeparators(step.note)}</span>}
          second={
            step.fileId === null ? null : (
              <a href={fileContent(step.fileId)} download={step.file ?? ''}>
                {step.file}
              </a>
            )
          }
        />
      ),
    },
  ];
}
