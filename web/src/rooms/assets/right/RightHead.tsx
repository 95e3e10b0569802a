import { FileProtectOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RightProfile } from '../../../api/rightTypes';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { PageHead } from '../../../shell/PageHead';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import styles from '../Assets.module.css';
import { feeTones, stateTone, titleOf } from '../codes';
import { EncumbranceDialog } from '../forms/EncumbranceDialog';
import { EventDialog } from '../forms/EventDialog';
import { StatementDialog } from '../forms/StatementDialog';
import { TradeDialog } from '../forms/TradeDialog';
import { EncumbranceMarks, stateNote } from '../Marks';
import { Questions } from './Questions';
import { holdersOn, isOver, nextFee, percent } from './profile';
import { capital } from '../capital';

interface Props {
  profile: RightProfile;
  /** The day of the address; empty for today. */
  day: string;
  onDay: (day: string) => void;
}

type Form = 'event' | 'encumbrance' | 'trade' | 'statement';

/** Which right, whose, in force, encumbered, and what comes next; what a person may record about it. */
export function RightHead({ profile, day, onDay }: Props) {
  const t = useT();
  const [open, setOpen] = useState<Form | null>(null);
  const may: Record<Form, boolean> = { event: useMay('assets.event.record'), encumbrance: useMay('assets.encumbrance.record'), trade: useMay('assets.trade.record'), statement: useMay('assets.right.state') };
  const { right, term } = profile;
  const close = () => setOpen(null);
  const over = isOver(right.state);
  const fee = nextFee(profile.fees);
  const more = (['encumbrance', 'trade', 'statement'] as const).filter(form => may[form]);
  const figures = [
    { label: t('rights.state'), value: <StateMark tone={stateTone(right.state.state)}>{capital(right.state.stateTitle)}</StateMark>, note: stateNote(t, right.state) },
    { label: t('right.holders'), value: <Holders profile={profile} />, note: null },
    { label: t('right.lastDay'), value: term.lastDay === null ? t('shell.unknown') : formatDate(term.lastDay), note: term.yearsLeft === null ? t('right.term.unknown') : over ? t('right.term.over') : t('right.yearsLeft', { years: Number(term.yearsLeft).toFixed(1) }) },
    ...(profile.fees.length === 0 || over
      ? []
      : [{ label: t('right.nextFee'), value: fee === null ? t('right.nextFee.none') : formatDate(fee.due), note: fee === null ? null : <span className={styles['wraps']}><StateMark tone={feeTones[fee.state]}>{t('right.fee.line', { year: fee.year, state: t(`feeState.${fee.state}`) })}</StateMark></span> }]),
    { label: t('rights.encumbrances'), value: <EncumbranceMarks kinds={right.encumbered} />, note: null },
  ];
  return (
    <>
      <PageHead
        title={titleOf(right, t.either)}
        named
        back={<Link to="/rights">← {t('rights.title')}</Link>}
        state={[capital(right.kindTitle || t('rights.kind.unknown')), right.number, ...(right.filed === null ? [] : [t('right.filedOn', { day: formatDate(right.filed) })])].join(' · ')}
        actions={
          <>
            <DayField label={t('right.day')} value={day} onChange={onDay} />
            <Link to={`/evidence?kind=right&subject=${right.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('book.evidence')}</Button>
            </Link>
            {more.length > 0 && (
              <Dropdown trigger={['click']} menu={{ items: more.map(form => ({ key: form, label: t(`right.act.${form}`) })), onClick: ({ key }) => setOpen(key as Form) }}>
                <Button>{t('right.act.more')}</Button>
              </Dropdown>
            )}
            {may.event && (
              <Button type="primary" onClick={() => setOpen('event')}>
                {t('right.act.event')}
              </Button>
            )}
          </>
        }
      />
      {day !== '' && <Alert type="info" showIcon style={{ marginBottom: 12 }} message={t('right.asOfDay', { day })} />}
      {right.stub && <Alert type="warning" showIcon style={{ marginBottom: 12 }} message={t('right.stub')} />}
      <Questions profile={profile} />
      <Figures figures={figures} />
      {open === 'event' && <EventDialog right={right} onClose={close} />}
      {open === 'encumbrance' && <EncumbranceDialog right={right} onClose={close} />}
      {open === 'trade' && <TradeDialog right={right} onClose={close} />}
      {open === 'statement' && <StatementDialog profile={profile} onClose={close} />}
    </>
  );
}

/** Who holds it on the day, with shares where a source gives them. */
function Holders({ profile }: { profile: RightProfile }) {
  const t = useT();
  const now = holdersOn(profile.holders, profile.day);
  if (now.length === 0) return <>{t('shell.unknown')}</>;
  return (
    <ul className={styles['bare']} translate="no">
      {now.map(holder => (
        <li key={holder.name}>
          {holder.name}
          {(holder.share !== null || now.length > 1) && <span className="soft"> {holder.share === null ? t('right.share.unknown') : percent(holder.share)}</span>}
        </li>
      ))}
    </ul>
  );
}
