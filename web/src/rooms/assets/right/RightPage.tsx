import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useRight } from '../../../api/rightQueries';
import type { RightProfile } from '../../../api/rightTypes';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useAddress } from '../../../shell/useAddress';
import { useT, type Word } from '../../../words';
import { RightValuation } from '../../valuation/RightValuation';
import styles from '../Assets.module.css';
import { EncumbrancesTab } from './EncumbrancesTab';
import { EventsTab } from './EventsTab';
import { FeesTab } from './FeesTab';
import { FieldsTab } from './FieldsTab';
import { ProfileTab } from './ProfileTab';
import { RightHead } from './RightHead';
import { TradesTab } from './TradesTab';
import { UseTab } from './UseTab';

const tabs = ['profile', 'events', 'fees', 'use', 'trades', 'encumbrances', 'valuation', 'fields'] as const;
type TabName = (typeof tabs)[number];

const shown: Record<TabName, { word: Word; count: (profile: RightProfile) => number | null; tab: (profile: RightProfile) => ReactNode }> = {
  profile: { word: 'right.tab.profile', count: () => null, tab: profile => <ProfileTab profile={profile} /> },
  events: { word: 'right.tab.events', count: profile => profile.events.length, tab: profile => <EventsTab profile={profile} /> },
  fees: { word: 'right.tab.fees', count: () => null, tab: profile => <FeesTab profile={profile} /> },
  use: { word: 'right.tab.use', count: profile => profile.products.length, tab: profile => <UseTab profile={profile} /> },
  trades: { word: 'right.tab.trades', count: profile => profile.trades.length, tab: profile => <TradesTab profile={profile} /> },
  encumbrances: { word: 'right.tab.encumbrances', count: profile => profile.encumbrances.length, tab: profile => <EncumbrancesTab profile={profile} /> },
  valuation: { word: 'right.tab.valuation', count: () => null, tab: profile => <RightValuation id={profile.right.id} /> },
  fields: { word: 'right.tab.fields', count: profile => profile.fields.length, tab: profile => <FieldsTab profile={profile} /> },
};

const rest = { day: '' };

/** 资产画像: a right with all its strands, as it was on a day. */
export default function RightPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab } = useParams();
  const [{ day }, change] = useAddress(rest);
  const right = useRight(id, day);
  const current = tabs.find(name => name === tab) ?? 'profile';
  if (right.data === undefined) {
    return right.isError ? (
      <>
        <Link to="/rights">← {t('rights.title')}</Link>
        <Failure reason={right.error} onRetry={() => void right.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const profile = right.data;
  const asked = day === '' ? '' : `?day=${day}`;
  const label = (name: TabName) => {
    const count = shown[name].count(profile);
    return count === null || count === 0 ? t(shown[name].word) : `${t(shown[name].word)} ${count}`;
  };
  return (
    <>
      <RightHead profile={profile} day={day} onDay={next => change({ day: next })} />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={current}
        onChange={next => void navigate(`/rights/${id}${next === 'profile' ? '' : `/${next}`}${asked}`)}
        items={tabs.map(name => ({ key: name, label: label(name), children: name === current ? shown[name].tab(profile) : null }))}
      />
    </>
  );
}
