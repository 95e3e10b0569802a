import { Collapse } from 'antd';
import { Link } from 'react-router';
import type { RightProfile } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import styles from '../Assets.module.css';
import { fieldOf } from './profile';
import { Sourced } from './Sourced';
import { StrandCards } from './StrandCards';
import { Timeline } from './Timeline';
import { capital } from '../capital';

/** The profile: strands, the time line, the term by law and what identifies the right. */
export function ProfileTab({ profile }: { profile: RightProfile }) {
  const t = useT();
  return (
    <div className={styles['stack']}>
      <StrandCards strands={profile.strands} />
      <Timeline profile={profile} />
      <div className={styles['pair']}>
        <Identity profile={profile} />
        <Terms profile={profile} />
      </div>
      <Content profile={profile} t={t} />
    </div>
  );
}

const dates = ['filing', 'parent_filing', 'priority', 'publication', 'grant', 'registration', 'creation', 'first_publication', 'first_use'] as const;

function Identity({ profile }: { profile: RightProfile }) {
  const t = useT();
  const { numbers, family, trl } = profile;
  const inventors = fieldOf(profile, 'party.inventor');
  return (
    <Panel title={t('right.identity')} note={t('right.identity.note')}>
      <dl className={styles['facts']}>
        {numbers.map(number => (
          <Fact key={number.use + number.number + number.documentKind} label={t.code('numberUse', number.use)}>
            <span title={number.raw}>{`${number.office} ${number.number}${number.documentKind}`}</span>
          </Fact>
        ))}
        {dates.map(name => {
          const field = fieldOf(profile, `date.${name}`);
          return field === null ? null : (
            <Fact key={name} label={t(`rightDate.${name}`)}>
              <Sourced field={field} />
            </Fact>
          );
        })}
        {(['class.ipc', 'class.nice', 'class.locarno', 'divisional_of', 'goods'] as const).map(name => {
          const field = fieldOf(profile, name);
          return field === null ? null : (
            <Fact key={name} label={t(`rightField.${name}`)}>
              <Sourced field={field} />
            </Fact>
          );
        })}
        {inventors !== null && (
          <Fact label={t('rightField.party.inventor')}>
            <Sourced field={inventors} />
          </Fact>
        )}
        {(family.id !== null || family.size !== null || family.rights.length > 0) && (
          <Fact label={t('right.family')}>
            {family.id === null ? null : <Link to={`/rights?family=${encodeURIComponent(family.id)}`}>{family.id}</Link>} {family.size === null ? null : t('right.family.size', { count: family.size })}
            {family.rights.length > 0 && (
              <ul className={styles['list']}>
                {family.rights.map(one => (
                  <li key={one.id}>
                    <Link to={`/rights/${one.id}`}>{one.number}</Link> {one.title} <span className="soft">{`${one.office} · ${one.stateTitle}`}</span>
                  </li>
                ))}
              </ul>
            )}
          </Fact>
        )}
        <Fact label={t('right.trl')}>
          <Sourced field={fieldOf(profile, 'other.trl')}>{trl === null ? <span className={styles['gap']}>{t('shell.unknown')}</span> : t('right.trl.level', { level: trl })}</Sourced>
        </Fact>
      </dl>
    </Panel>
  );
}

function Terms({ profile }: { profile: RightProfile }) {
  const t = useT();
  const { term } = profile;
  const differs = term.sourceSays !== null && term.lastDay !== null && term.sourceSays !== term.lastDay;
  return (
    <Panel title={t('right.term')} note={t('right.term.note', { version: term.rulesVersion })}>
      <dl className={styles['facts']}>
        <Fact label={t('right.term.from')}>{term.from === null ? <span className={styles['gap']}>{t('shell.unknown')}</span> : formatDate(term.from)}</Fact>
        <Fact label={t('right.lastDay')}>{term.lastDay === null ? <span className={styles['gap']}>{t('shell.unknown')}</span> : formatDate(term.lastDay)}</Fact>
        {term.missing.length > 0 && (
          <Fact label={t('right.term.missing')}>
            <span className={styles['gap']}>{term.missing.map(name => (name === 'rule' ? t('right.term.missing.rule') : name === 'agreement_until' ? t('rightField.other.agreement_until') : t.code('rightDate', name))).join('、')}</span>
          </Fact>
        )}
        {term.sourceSays !== null && (
          <Fact label={t('right.term.sourceSays')}>
            <span className={differs ? styles['gap'] : undefined}>{`${formatDate(term.sourceSays)}${differs ? ` ${t('right.term.differs')}` : ''}`}</span>
          </Fact>
        )}
        <Fact label={t('right.term.law')}>{term.law === '' ? t('shell.none') : term.law}</Fact>
      </dl>
    </Panel>
  );
}

/** What the right is about, as far as a source says it. */
function Content({ profile, t }: { profile: RightProfile; t: ReturnType<typeof useT> }) {
  const parts = (['abstract.zh', 'abstract.en', 'first_claim'] as const).flatMap(name => {
    const field = fieldOf(profile, name);
    return field === null ? [] : [{ key: name, label: capital(t(`rightField.${name}`)), children: <p className={styles['prose']}>{field.value}</p> }];
  });
  return parts.length === 0 ? null : <Collapse items={parts} />;
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div style={{ display: 'contents' }}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
