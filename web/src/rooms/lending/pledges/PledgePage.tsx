import { FileProtectOutlined } from '@ant-design/icons';
import { Alert, Button, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { usePledge } from '../../../api/lendingQueries';
import type { PledgeParty } from '../../../api/lendingTypes';
import { formatDate, formatPercent, isZero } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { usePreferences } from '../../../shell/Preferences';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useMay, useMe } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Figures } from '../../payments/Figures';
import { unitWord } from '../../valuation/appraisals/appraisalColumns';
import styles from '../Lending.module.css';
import { PapersButton } from '../papers/PapersButton';
import { ReceivablesTab } from '../receivables/ReceivablesTab';
import { ChangesTab } from './ChangesTab';
import { IncidentTable } from './IncidentTable';
import { PapersTab } from './PapersTab';
import { ReleaseDialog } from './ReleaseDialog';
import { ReplaceDialog } from './ReplaceDialog';
import { RightsTab } from './RightsTab';
import { pledgeTones } from './tones';

const tabs = ['rights', 'receivables', 'papers', 'changes', 'incidents', 'parties'] as const;

/** One pledge: what it secures and what carries it, its rights, registrations, changes and incidents. */
export default function PledgePage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = '', tab = '' } = useParams();
  const { unit } = usePreferences();
  const own = useMe().me.organisation?.name ?? '';
  const may = { replace: useMay('lending.pledge.replace'), release: useMay('lending.registration.cancel') };
  const found = usePledge(id);
  const [open, setOpen] = useState<'replace' | 'release' | null>(null);
  const current = tabs.find(name => name === tab) ?? 'rights';
  const back = <Link to="/pledges">← {t('pledge.title')}</Link>;
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
  const { row, cover, items, registrations, incidents, changes } = found.data;
  const held = items.filter(item => item.state === 'held');
  const side = row.pledgee === own ? 'pledgee' : row.pledgors.includes(own) ? 'pledgor' : null;
  const over = cover.standings.filter(one => one.counts === 'over' && items.some(item => item.n === one.n && (item.state === 'held' || item.state === 'leaving')));
  const party = (role: string, one: PledgeParty) => (
    <div key={role + one.name} className={styles['panel']}>
      <h2>{role}</h2>
      <dl className={styles['facts']}>
        <dt>{t('pledge.name')}</dt>
        <dd translate="no">{one.name}</dd>
        <dt>{t('pledge.code')}</dt>
        <dd translate="no">{one.code ?? '—'}</dd>
        <dt>{t('pledge.address')}</dt>
        <dd translate="no">{one.address === null || one.address === undefined || one.address === '' ? '—' : one.address}</dd>
      </dl>
    </div>
  );
  const shown = {
    rights: () => <RightsTab detail={found.data} />,
    receivables: () => <ReceivablesTab detail={found.data} />,
    papers: () => <PapersTab registrations={registrations} />,
    changes: () => <ChangesTab changes={changes} />,
    incidents: () => <IncidentTable items={incidents} />,
    parties: () => (
      <div className={styles['stack']}>
        {found.data.pledgors.map(one => party(t('pledge.pledgor'), one))}
        {party(t('pledge.pledgee'), found.data.pledgee)}
        {party(t('pledge.debtor'), found.data.debtor)}
        <div className={styles['panel']}>
          <h2>{t('pledge.scope')}</h2>
          {found.data.scope === '' ? '—' : found.data.scope}
          {found.data.forfeiture && <Alert type="warning" showIcon message={t('pledge.forfeiture')} />}
        </div>
      </div>
    ),
  };
  const counts = { rights: items.length, receivables: 0, papers: registrations.length, changes: changes.length, incidents: incidents.length, parties: 0 };
  return (
    <>
      <PageHead
        named
        title={row.contractNo}
        back={back}
        state={
          <>
            <StateMark tone={pledgeTones[row.state]}>{row.stateTitle}</StateMark> {row.claimKindTitle}
            {row.maximum && ` · ${t('pledge.maximum')}`} · <span translate="no">{row.pledgors.join('、')} → {row.pledgee}</span>
            {side !== null && ` · ${t(`pledge.own.${side}`)}`}
          </>
        }
        actions={
          <>
            <UnitSwitch />
            <PapersButton about="pledge" id={row.id} name={row.contractNo} />
            <Link to={`/evidence?kind=pledge&subject=${row.id}`}>
              <Button icon={<FileProtectOutlined />}>{t('registration.evidence')}</Button>
            </Link>
            {may.release && held.length > 0 && <Button onClick={() => setOpen('release')}>{t('release.title')}</Button>}
            {may.replace && held.some(item => item.value !== null) && (
              <Button type="primary" onClick={() => setOpen('replace')}>
                {t('replace.title')}
              </Button>
            )}
          </>
        }
      />
      {over.length > 0 && <Alert type="warning" showIcon style={{ marginBottom: 12 }} message={t('pledge.over', { count: over.length })} />}
      {found.data.incidents.some(one => one.open) && <Alert type="error" showIcon style={{ marginBottom: 12 }} message={t('pledge.incident')} action={<Link to={`/pledges/${id}/incidents`}>{t('pledge.incidents')}</Link>} />}
      <Figures
        figures={[
          { label: t('registration.secured', { unit: unitWord(t, unit) }), value: <Amount value={row.secured} />, note: t('pledge.allocated.all') },
          { label: t('pledge.carried', { unit: unitWord(t, unit) }), value: isZero(cover.carried) && !isZero(cover.unverified) ? t('shell.unknown') : <Amount value={cover.carried} />, note: isZero(cover.unverified) ? null : <>{t('shell.unknown')} <Amount value={cover.unverified} /></> },
          { label: t('pledge.inForce', { unit: unitWord(t, unit) }), value: cover.inForce === null ? t('shell.unknown') : <Amount value={cover.inForce} /> },
          { label: t('pledge.coverage'), value: cover.coverage === null ? t('shell.unknown') : `${isZero(cover.unverified) ? '' : '≥ '}${formatPercent(cover.coverage)}`, note: t('pledge.coverage.note', { day: formatDate(cover.day) }) },
          { label: t('pledge.debt'), value: formatDate(row.debtTo), note: `${t('pledge.from')} ${formatDate(row.debtFrom)}` },
        ]}
      />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={current}
        onChange={chosen => void navigate(chosen === 'rights' ? `/pledges/${id}` : `/pledges/${id}/${chosen}`)}
        items={tabs.filter(name => name !== 'receivables' || items.some(item => item.kind === 'licence_income')).map(name => ({ key: name, label: counts[name] > 0 ? `${t(`pledge.${name}`)} ${counts[name]}` : t(`pledge.${name}`), children: name === current ? shown[name]() : null }))}
      />
      {open === 'replace' && <ReplaceDialog detail={found.data} onClose={() => setOpen(null)} />}
      {open === 'release' && <ReleaseDialog detail={found.data} onClose={() => setOpen(null)} />}
    </>
  );
}
