import { DownloadOutlined, DownOutlined, FileProtectOutlined } from '@ant-design/icons';
import { Button, Dropdown, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useGrounds, useRegistration } from '../../../api/lendingQueries';
import type { NextAct } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { unitWord } from '../../valuation/appraisals/appraisalColumns';
import styles from '../Lending.module.css';
import { DueDay } from './DueDay';
import { ItemsTab } from './ItemsTab';
import { PreCheckTable } from './PreCheckTable';
import { StatementsTab } from './StatementsTab';
import { StepDialog } from './StepDialog';
import { Timeline } from './Timeline';
import { stateTones } from './tones';
import { useTakePackage } from './useTakePackage';

const tabs = ['timeline', 'items', 'grounds', 'statements'] as const;

/** One registration: where it stands, what is due, what may be done, and how it came there. */
export default function RegistrationPage() {
  const t = useT();
  const navigate = useNavigate();
  const packages = useTakePackage();
  const { id = '', tab = '' } = useParams();
  const { unit } = usePreferences();
  const current = tabs.find(name => name === tab) ?? 'timeline';
  const may = { step: useMay('lending.registration.step'), record: useMay('lending.registration.record'), cancel: useMay('lending.registration.cancel') };
  const found = useRegistration(id);
  const grounds = useGrounds(id, current === 'grounds' || current === 'statements');
  const [act, setAct] = useState<NextAct | null>(null);
  const back = <Link to="/registrations">← {t('registration.title')}</Link>;
  if (found.data === undefined) {
    return found.isError ? (
      <>
        {back}
        <Failure reason={found.error} onRetry={() => void found.refetch()} />
      </>
    ) : (
      <PageSkeleton rows={12} />
    );
  }
  const { row, next } = found.data;
  const acts = next.filter(one => (one.act === 'request_cancel' ? may.cancel : one.ofRegistry ? may.record : may.step));
  const group = (ofRegistry: boolean) => acts.filter(one => one.ofRegistry === ofRegistry).map(one => ({ key: one.act, label: one.title }));
  const menu = [
    { key: 'party', type: 'group' as const, label: t('registration.step.party'), children: group(false) },
    { key: 'registry', type: 'group' as const, label: t('registration.step.registry'), children: group(true) },
  ].filter(part => part.children.length > 0);
  const known = [...new Map((grounds.data?.rows ?? []).flatMap(one => one.grounds).map(one => [one.code, { code: one.code, title: one.title }])).values()];
  const shown = {
    timeline: () => <Timeline steps={found.data.steps} />,
    items: () => <ItemsTab items={found.data.items} />,
    grounds: () => (grounds.isError ? <Failure reason={grounds.error} onRetry={() => void grounds.refetch()} /> : grounds.data === undefined ? <Skeleton active paragraph={{ rows: 8 }} /> : <PreCheckTable found={grounds.data} />),
    statements: () => <StatementsTab detail={found.data} grounds={known} />,
  };
  const counts = { timeline: found.data.steps.length, items: found.data.items.length, grounds: 0, statements: found.data.statements.length };
  return (
    <>
      <PageHead
        named
        title={row.contractNo}
        back={back}
        state={
          <>
            <StateMark tone={stateTones[row.state]}>{row.stateTitle}</StateMark> {row.registryTitle} · <span translate="no">{row.pledgors.join('、')} → {row.pledgee}</span>
          </>
        }
        actions={
          <>
            <UnitSwitch />
            <Button icon={<DownloadOutlined />} title={t('registration.package.note')} loading={packages.busy !== null} onClick={() => void packages.take(id, row.contractNo)}>
              {t('registration.package')}
            </Button>
            <Link to={`/evidence?kind=pledge&subject=${row.pledgeId}`}>
              <Button icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button>
            </Link>
            {menu.length > 0 && (
              <Dropdown trigger={['click']} menu={{ items: menu, onClick: chosen => setAct(acts.find(one => one.act === chosen.key) ?? null) }}>
                <Button type="primary">
                  {t('registration.step')} <DownOutlined />
                </Button>
              </Dropdown>
            )}
          </>
        }
      />
      <Figures
        figures={[
          { label: t('registration.due'), value: <DueDay row={row} /> },
          { label: t('registration.secured', { unit: unitWord(t, unit) }), value: <Amount value={row.secured} /> },
          { label: t('registration.no'), value: row.registrationNo === '' ? '—' : <span translate="no">{row.registrationNo}</span>, note: row.receiptNo === '' ? null : row.receiptNo },
          { label: t('registration.registered'), value: row.registered === null ? '—' : formatDate(row.registered), note: row.effective !== null && row.effective !== row.registered ? `${t('registration.effective')} ${formatDate(row.effective)}` : null },
          { label: row.ended === null ? t('registration.expires') : t('registration.ended'), value: row.ended !== null ? formatDate(row.ended) : row.expires === null ? (found.data.ends ? '—' : t('registration.expires.none')) : formatDate(row.expires) },
        ]}
      />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={current}
        onChange={chosen => void navigate(chosen === 'timeline' ? `/registrations/${id}` : `/registrations/${id}/${chosen}`)}
        items={tabs.map(name => ({ key: name, label: counts[name] > 0 ? `${t(`registration.${name}`)} ${counts[name]}` : t(`registration.${name}`), children: name === current ? shown[name]() : null }))}
      />
      {act !== null && <StepDialog detail={found.data} act={act} onClose={() => setAct(null)} />}
    </>
  );
}
