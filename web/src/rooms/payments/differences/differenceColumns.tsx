import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Difference } from '../../../api/reconciliationTypes';
import { formatDate, formatInstant } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import { differenceTones } from '../tones';
import { Two } from '../Two';
import { withSeparators } from './amounts';

export function differenceColumns(t: Translate): ColumnsType<Difference> {
  return [
    { title: t('pay.day'), width: 100, fixed: 'left', render: (_, one) => formatDate(one.day) },
    {
      title: t('pay.diff.kind'),
      width: 200,
      render: (_, one) => (
        <Two
          first={
            <Button type="link" size="small" style={{ padding: 0, height: 'auto' }}>
              {one.title}
            </Button>
          }
          second={one.why}
        />
      ),
    },
    { title: t('pay.diff.subject'), width: 200, render: (_, one) => <span style={{ overflowWrap: 'anywhere' }}>{one.subject}</span> },
    { title: t('pay.diff.ours'), width: 150, render: (_, one) => withSeparators(one.ours) },
    { title: t('pay.diff.theirs'), width: 190, render: (_, one) => <span style={{ overflowWrap: 'anywhere' }}>{withSeparators(one.theirs)}</span> },
    { title: t('pay.state'), width: 84, render: (_, one) => <StateMark tone={differenceTones[one.state]}>{t.code('payDiffState', one.state)}</StateMark> },
    { title: t('pay.diff.note'), render: (_, one) => <Two first={one.note === '' ? '—' : one.note} second={one.decidedBy === null ? null : `${t.code('person', one.decidedBy)} ${one.decidedAt === null ? '' : formatInstant(one.decidedAt)}`} /> },
  ];
}
