import { Link } from 'react-router';
import type { Attempt } from '../../../api/paymentTypes';
import { formatInstant } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from '../Payments.module.css';
import { paymentTones } from '../tones';

/** One instruction to the bank, what was heard of it, and each time it was asked about. */
export function AttemptCard({ attempt }: { attempt: Attempt }) {
  const t = useT();
  const entries: [string, string | null][] = [
    ['pay.entry', attempt.entryId],
    ['pay.reversal', attempt.reversalId],
  ];
  return (
    <Panel
      title={t('pay.attempt', { number: attempt.number })}
      note={t('pay.attempt.sent', { at: formatInstant(attempt.sentAt), by: t.code('person', attempt.sentBy), date: attempt.valueDate })}
      extra={<StateMark tone={paymentTones[attempt.state]}>{attempt.absent ? t('pay.attempt.absent') : t.code('payState', attempt.state)}</StateMark>}
    >
      <dl className={styles['facts']}>
        <dt>{t('pay.endToEnd')}</dt>
        <dd className={styles['mono']}>{attempt.endToEndId}</dd>
        <dt>{t('pay.bankReference')}</dt>
        <dd>{attempt.bankReference ?? '—'}</dd>
        <dt>{t('pay.booked')}</dt>
        <dd>{attempt.booked ?? '—'}</dd>
        {attempt.returnedOn !== null && (
          <>
            <dt>{t('pay.returnedOn')}</dt>
            <dd>{attempt.returnedOn}</dd>
          </>
        )}
        <dt>{t('pay.bankSaid')}</dt>
        <dd>{attempt.reason ?? '—'}</dd>
        <dt>{t('pay.heardAt')}</dt>
        <dd>{attempt.heardAt === null ? '—' : formatInstant(attempt.heardAt)}</dd>
        <dt>{t('pay.posted')}</dt>
        <dd>
          {entries.map(([word, id]) =>
            id === null ? null : (
              <Link key={word} to={`/ledger/entries/${id}`} style={{ marginInlineEnd: 12 }}>
                {t(word === 'pay.entry' ? 'pay.entry' : 'pay.reversal')}
              </Link>
            ),
          )}
          {attempt.entryId === null && (attempt.unposted ?? t('pay.posted.none'))}
        </dd>
        {attempt.queries.map(query => (
          <div key={query.id} style={{ display: 'contents' }}>
            <dt>{t('pay.query')}</dt>
            <dd>
              {t('pay.query.asked', { at: formatInstant(query.askedAt), by: t.code('person', query.askedBy), way: query.way })}
              <div className="soft">
                {query.answer === null
                  ? t('pay.query.open')
                  : t('pay.query.answered', { answer: t.code('paySaid', query.answer), note: query.note ?? '', at: query.answeredAt === null ? '' : formatInstant(query.answeredAt), by: query.answeredBy === null ? '' : t.code('person', query.answeredBy) })}
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
