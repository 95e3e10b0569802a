import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { RightEvent, RightProfile, Standing } from '../../../api/rightTypes';
import { formatDate, none } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT, type Translate } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Assets.module.css';
import { stateTone } from '../codes';
import { KnownPanel } from './KnownPanel';
import { recordedLate, wordsOf } from './profile';
import { Timeline } from './Timeline';
import { capital } from '../capital';

/** Legal events with both their days, and the states that follow from them. */
export function EventsTab({ profile }: { profile: RightProfile }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <Timeline profile={profile} />
      <KnownPanel right={profile.right.id} />
      <Panel title={t('right.events')} note={t('right.events.note')}>
        <Table<RightEvent> size="small" rowKey="n" columns={eventColumns(t)} dataSource={profile.events.toReversed()} pagination={false} scroll={{ x: 900 }} locale={{ emptyText: <Nothing>{t('right.events.empty')}</Nothing> }} />
      </Panel>
      <Panel title={t('right.standings')} note={t('right.standings.note')}>
        <Table<Standing> size="small" rowKey={standing => `${standing.from}${standing.state}`} columns={standingColumns(t)} dataSource={profile.standings.toReversed()} pagination={false} scroll={{ x: 560 }} locale={{ emptyText: <Nothing>{t('right.standings.empty')}</Nothing> }} />
      </Panel>
    </div>
  );
}

function eventColumns(t: Translate): ColumnsType<RightEvent> {
  return [
    { title: t('right.event.effective'), width: 130, render: (_, event) => (event.effectiveOn === null ? <Two first={<span className={styles['gap']}>{t('shell.unknown')}</span>} second={t('right.event.estimated', { day: formatDate(event.on) })} /> : formatDate(event.effectiveOn)) },
    { title: t('right.event.recorded'), width: 130, render: (_, event) => <Two first={formatDate(event.recordedOn)} second={lateText(t, event)} /> },
    {
      title: t('right.event.what'),
      width: 170,
      render: (_, event) => (
        <span className={styles['marks']}>
          {capital(event.effectTitle)}
          {event.effect === 'ambiguous' && <StateMark tone="amber">{t('shell.unknown')}</StateMark>}
          {event.decided && <StateMark tone="blue">{t('right.event.decided')}</StateMark>}
        </span>
      ),
    },
    { title: t('right.event.text'), render: (_, event) => <Two first={<span translate="no">{wordsOf(event) || none}</span>} second={factsText(t, event.facts)} /> },
    { title: t('right.event.source'), width: 190, render: (_, event) => <Two first={t.code('person', event.source)} second={[capital(t.code('eventScheme', event.scheme)), event.code].filter(part => part !== '').join(' ')} /> },
  ];
}

function standingColumns(t: Translate): ColumnsType<Standing> {
  return [
    { title: t('right.from'), width: 130, render: (_, standing) => (standing.from === null ? none : standing.estimated ? <Two first={formatDate(standing.from)} second={t('right.timeline.estimated')} /> : formatDate(standing.from)) },
    { title: t('right.until'), width: 120, render: (_, standing) => formatDate(standing.until) },
    { title: t('rights.state'), width: 170, render: (_, standing) => <StateMark tone={stateTone(standing.state)}>{capital(standing.stateTitle)}</StateMark> },
    { title: t('right.because'), render: (_, standing) => capital(standing.becauseTitle) },
  ];
}

function lateText(t: Translate, event: RightEvent): string | undefined {
  const late = recordedLate(event);
  if (late === null || late === 0) return undefined;
  return late > 0 ? t('right.event.late', { days: late }) : t('right.event.ahead', { days: -late });
}

/** The facts of an event in the reader's words. */
export function factsText(t: Translate, facts: Record<string, string>): string {
  return Object.entries(facts)
    .map(([name, value]) => t('right.event.fact', { name: t.code('eventFact', name), value }))
    .join(t('right.event.fact.and'));
}
