import { formatDate } from '../../../format';
import { StateMark, type Tone } from '../../../shell/StateMark';
import styles from '../Lending.module.css';

/** The day a check is due: red once passed or within a week, amber within a month. */
export function CheckDay({ day, urgency }: { day: string; urgency: string }) {
  return <span className={urgency === 'overdue' || urgency === 'week' ? styles['late'] : urgency === 'month' ? styles['soon'] : undefined}>{formatDate(day)}</span>;
}

const tones: Record<string, Tone> = { sound: 'green', watch: 'amber', action: 'red' };

/** What a check came to; before it is done its state. */
export function CheckMark({ state, title, result, resultTitle, urgency }: { state: string; title: string; result: string; resultTitle: string; urgency: string }) {
  return <StateMark tone={state === 'done' ? (tones[result] ?? 'grey') : state === 'withdrawn' ? 'grey' : urgency === 'overdue' ? 'red' : 'blue'}>{state === 'done' ? resultTitle : title}</StateMark>;
}
