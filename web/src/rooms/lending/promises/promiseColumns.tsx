import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { PromiseView } from '../../../api/promises';
import { formatDate } from '../../../format';
import { StateMark, type Tone } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import { Two } from '../../payments/Two';
import { CheckDay } from '../checks/CheckDay';
import styles from '../Lending.module.css';
import { figureText } from './figures';

const tones: Record<string, Tone> = { open: 'blue', kept: 'green', missed: 'red', withdrawn: 'grey' };

/** A cell of a promise, whatever row it stands in. */
const on = (row: PromiseView, cell: (row: PromiseView) => ReactNode) => cell(row);

/** Baseline, target, day, figure and result of a promise, wherever promises are listed. */
export const promiseColumns = <T,>(t: Translate, of: (row: T) => PromiseView): TableColumnsType<T> => [
  { title: t('promise.baseline'), width: 170, render: (_, at) => on(of(at), row => (row.baseline == null ? <span className={styles['soon']}>{t('promise.baseline.none')}</span> : <Two first={figureText(row.unit, row.unitTitle, row.baseline)} second={<span translate="no">{row.baselineSource}</span>} />)) },
  { title: t('promise.target'), width: 180, render: (_, at) => on(of(at), row => <Two first={<>{row.directionTitle} {figureText(row.unit, row.unitTitle, row.target)}</>} second={row.missedTitle} />) },
  { title: t('promise.due'), width: 140, render: (_, at) => on(of(at), row => <Two first={<CheckDay day={row.dueOn} urgency={row.urgency} />} second={row.by === row.dueOn ? null : t('promise.due.by', { day: formatDate(row.by) })} />) },
  { title: t('promise.measured'), width: 150, render: (_, at) => on(of(at), row => (row.measures[0] === undefined ? <span className="soft">{t('promise.measured.none')}</span> : <Two first={figureText(row.unit, row.unitTitle, row.measures[0].figure)} second={formatDate(row.measures[0].on)} />)) },
  { title: t('promise.state'), width: 100, render: (_, at) => on(of(at), row => <StateMark tone={row.urgency === 'overdue' ? 'red' : (tones[row.state] ?? 'grey')}>{row.stateTitle}</StateMark>) },
];
