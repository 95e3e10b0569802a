import { skipToken, useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton } from 'antd';
import { explain } from '../../../../api/desk';
import type { Outline, Scenario, WhyPlace } from '../../../../api/types';
import { exactYuan, isZero } from '../../../../format';
import { Failure } from '../../../../shell/Failure';
import { useLanguage, useT, type Translate } from '../../../../words';
import { lineNames, type LineNames } from '../lineNames';
import styles from './WhyDrawer.module.css';

function outcome(t: Translate, place: WhyPlace): { words: string; tone: 'good' | 'bad' | 'none' } {
  if (place.skipped) return { words: t('why.skipped'), tone: 'none' };
  if (isZero(place.due)) return { words: t('why.nothingDue'), tone: 'none' };
  if (isZero(place.shortage)) return { words: t('why.paidFull'), tone: 'good' };
  const shortage = exactYuan(place.shortage);
  return { words: isZero(place.paid) ? t('why.notPaid', { shortage }) : t('why.paidPart', { shortage }), tone: 'bad' };
}

function Place({ place, names }: { place: WhyPlace; names: LineNames }) {
  const t = useT();
  const { words, tone } = outcome(t, place);
  const before = Object.entries(place.before).filter(([, amount]) => !isZero(amount));
  const money = (amount: string | null) => `${exactYuan(amount)}${amount === null ? '' : ` ${t('shell.unit.yuan')}`}`;
  const steps: [string, string][] = [
    [t('why.owed'), money(place.owed)],
    [t('why.due'), money(place.due)],
    [t('why.cap'), money(place.cap)],
    [t('why.available'), money(place.available)],
    [t('why.fromSupport'), money(place.fromSupport)],
    [t('why.paid'), money(place.paid)],
    [t('why.shortage'), money(place.shortage)],
  ];
  return (
    <section className={styles['place']}>
      <div className={`${styles['outcome']} ${styles[tone]}`}>
        <span>{words}</span>
        <strong className="tabular">{money(place.paid)}</strong>
      </div>
      <h3>{t('why.formula')}</h3>
      <p className={styles['formula']}>{place.formula}</p>
      <dl className={styles['steps']}>
        {steps.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className={styles['facts']}>
        <dt>{t('why.condition')}</dt>
        <dd>{place.condition === null ? t('shell.none') : <code>{place.condition}</code>}</dd>
        <dt>{t('why.position')}</dt>
        <dd>{t('why.position.of', { mode: t.code('mode', place.mode), position: place.position, positions: place.positions })}</dd>
        <dt>{t('why.rule')}</dt>
        <dd>
          <code>{place.rule}</code>
        </dd>
      </dl>
      <h3>{t('why.before')}</h3>
      {before.length === 0 ? (
        <p className="soft">{t('why.before.none')}</p>
      ) : (
        <ol className={styles['before']}>
          {before.map(([line, amount]) => (
            <li key={line}>
              <span>{names.line(line)}</span>
              <span className="num">{exactYuan(amount)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface Props {
  text: string;
  scenario: Scenario | null;
  outline: Outline;
  /** Which figure; null closes the drawer. */
  asked: { k: number; line: string } | null;
  onClose: () => void;
}

/** Why a line was paid what it was paid on a date: outcome first, then the way there. */
export function WhyDrawer({ text, scenario, outline, asked, onClose }: Props) {
  const t = useT();
  const language = useLanguage();
  const names = lineNames(t, outline);
  const why = useQuery({
    queryKey: ['why', language, text, scenario, asked],
    queryFn: asked === null ? skipToken : ({ signal }) => explain({ text, scenario, ...asked }, signal),
    gcTime: 60_000,
  });
  return (
    <Drawer open={asked !== null} onClose={onClose} width="min(480px, 100vw)" title={asked === null ? '' : t('why.title', { line: names.line(asked.line) })}>
      {why.isError && <Failure reason={why.error} onRetry={() => void why.refetch()} />}
      {why.isLoading && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {why.data !== undefined && (
        <>
          <p className="soft tabular">
            {t('why.when', { k: why.data.k, date: why.data.date })}
            {scenario !== null && ` · ${t('why.scenario', { name: scenario.id })}`}
          </p>
          {why.data.places.length === 0 && <p className="soft">{t('why.none')}</p>}
          {why.data.places.map((place, index) => (
            <Place key={index} place={place} names={names} />
          ))}
        </>
      )}
    </Drawer>
  );
}
