import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { RightRow } from '../../../api/rightTypes';
import { formatDate, none } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import { daysAfter } from '../../today';
import { titleOf } from '../codes';
import { EncumbranceMarks, StateCell } from '../Marks';
import { Two } from '../../payments/Two';
import { capital } from '../capital';

const lastDay = (until: string | null) => (until === null ? none : daysAfter(until, -1));

/** @param sort the order the server was asked for */
export function rightColumns(t: Translate, sort: string): ColumnsType<RightRow> {
  const up = (key: string) => ({ sorter: true, sortDirections: ['ascend' as const], sortOrder: sort === key ? ('ascend' as const) : null });
  return [
    {
      title: t('rights.number'),
      key: 'number',
      ...up('number'),
      width: 146,
      fixed: 'left',
      render: (_, right) => (
        <Link to={`/rights/${right.id}`} onClick={event => event.stopPropagation()}>
          {right.number}
        </Link>
      ),
    },
    { title: t('rights.name'), key: 'title', ...up('title'), width: 210, render: (_, right) => <Two first={titleOf(right, t.either)} second={capital(right.kindTitle || t('rights.kind.unknown'))} /> },
    { title: t('rights.holders'), key: 'holder', ...up('holder'), width: 170, render: (_, right) => (right.holders.length === 0 ? <span className="soft">{t('shell.unknown')}</span> : <Two first={right.holders[0]} second={right.holders.length > 1 ? t('rights.holders.more', { count: right.holders.length }) : undefined} />) },
    {
      title: t('rights.state'),
      key: 'state',
      ...up('state'),
      width: 168,
      render: (_, right) => (
        <>
          <StateCell state={right.state} />
          {right.questions > 0 && <StateMark tone="amber">{t('rights.asks', { count: right.questions })}</StateMark>}
        </>
      ),
    },
    { title: t('rights.encumbrances'), key: 'encumbrances', width: 122, render: (_, right) => <EncumbranceMarks kinds={right.encumbered} /> },
    { title: t('rights.filed'), key: 'filed', width: 100, sorter: true, sortDirections: ['descend'], sortOrder: sort === 'filed' ? 'descend' : null, render: (_, right) => formatDate(right.filed) },
    { title: t('rights.lastDay'), key: 'expires', width: 120, sorter: true, sortDirections: ['ascend'], sortOrder: sort === 'expires' ? 'ascend' : null, render: (_, right) => (right.expires === null ? <span className="soft">{t('shell.unknown')}</span> : lastDay(right.expires)) },
    { title: t('rights.ipc.main'), key: 'ipc', width: 92, render: (_, right) => right.ipc ?? none },
  ];
}
