import { Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { AppraisalRow } from '../../../api/valuationTypes';
import { formatDate, formatInstant, type MoneyUnit } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import { Two } from '../../payments/Two';
import { stateTones } from '../codes';
import { Person } from '../Person';

export const unitWord = (t: Translate, unit: MoneyUnit) => t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');

export function appraisalColumns(t: Translate, unit: MoneyUnit): ColumnsType<AppraisalRow> {
  const amount = { align: 'right' as const };
  const money = (key: 'appraisals.total' | 'appraisals.low' | 'appraisals.high' | 'appraisals.after') => t(key, { unit: unitWord(t, unit) });
  const known = (value: string | null) => (value === null ? <span className="soft">{t('shell.unknown')}</span> : <Amount value={value} />);
  return [
    {
      title: t('appraisals.name'),
      width: 260,
      fixed: 'left',
      render: (_, row) => (
        <Two
          first={
            <Link translate="no" to={`/appraisals/${row.id}`} onClick={event => event.stopPropagation()}>
              {row.name}
            </Link>
          }
          second={row.firmName === '' ? t('appraisals.noFirm') : <span translate="no">{row.firmName}</span>}
        />
      ),
    },
    { title: t('appraisals.state'), width: 104, render: (_, row) => <StateMark tone={stateTones[row.state]}>{t.code('appraisalState', row.state)}</StateMark> },
    { title: t('appraisals.purpose'), width: 140, render: (_, row) => <Two first={t.code('valueWord', row.purpose)} second={t.code('valueWord', row.valueType)} /> },
    { title: t('appraisals.baseDate'), width: 104, render: (_, row) => formatDate(row.baseDate) },
    { title: t('appraisals.rights'), width: 84, ...amount, render: (_, row) => row.rights },
    { title: money('appraisals.total'), width: 120, ...amount, render: (_, row) => known(row.total) },
    { title: money('appraisals.low'), width: 116, ...amount, render: (_, row) => <Ends t={t} row={row} value={row.low} /> },
    { title: money('appraisals.high'), width: 116, ...amount, render: (_, row) => <Ends t={t} row={row} value={row.high} /> },
    { title: money('appraisals.after'), width: 130, ...amount, render: (_, row) => known(row.afterDiligence) },
    { title: t('appraisals.changed'), width: 150, render: (_, row) => <Two first={formatInstant(row.changedAt)} second={<>v{row.version} · <Person name={row.changedBy} /></>} /> },
  ];
}

/** An end of the range, and on hover what the range is of. */
function Ends({ t, row, value }: { t: Translate; row: AppraisalRow; value: string | null }) {
  if (value === null || row.rangeBasis === null) return <span className="soft">{t('shell.unknown')}</span>;
  return (
    <Tooltip title={t.code('valueRange', row.rangeBasis)}>
      <span className={row.rangeBasis === 'single_method' ? 'soft' : undefined}>
        <Amount value={value} />
      </span>
    </Tooltip>
  );
}
