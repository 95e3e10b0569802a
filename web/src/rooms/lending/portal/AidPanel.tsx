import { Alert, Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { draftFirmAid, useAidFits, type AidFit } from '../../../api/firmAid';
import { useLoans } from '../../../api/loans';
import { useOrganisations } from '../../../api/peopleQueries';
import { policyKeys, useAid, useAids } from '../../../api/policy';
import type { AidRow } from '../../../api/policyTypes';
import { useFirms } from '../../../api/rightQueries';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { Region } from '../../policy/Region';
import { aidTones } from '../../policy/tones';
import { today } from '../../today';
import { FirmPicker } from '../../valuation/FirmPicker';
import styles from './Portal.module.css';

const tones = { granted: 'green', open: 'amber', refused: 'grey' } as const;

/** Aid of a firm: what its loans fit, and its applications to the money received or asked back. */
export function AidPanel() {
  return <><WhatFits /><MyAid /></>;
}

function WhatFits() {
  const t = useT();
  const loans = useLoans({ pageSize: 50 });
  const firms = useFirms({ pageSize: 50 });
  const [chosen, setChosen] = useState('');
  const [picked, setPicked] = useState('');
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const rows = (loans.data?.items ?? []).filter(row => row.disbursedOn !== null && row.state !== 'ordered' && row.state !== 'cancelled');
  const loan = chosen === '' && rows.length === 1 ? rows[0]?.id ?? '' : chosen;
  const only = firms.data?.items.length === 1 ? firms.data.items[0]?.id ?? '' : '';
  const firm = picked === '' ? only : picked;
  return (
    <Panel title={t('firmAid.title')} note={t('firmAid.note')}>
      {loans.isError && <Failure reason={loans.error} onRetry={() => void loans.refetch()} />}
      {loans.isPending ? <PageSkeleton rows={2} /> : rows.length === 0 ? <Nothing>{t('firmAid.noLoans')}</Nothing> : (
        <div className={styles['ask']}>
          <div><label htmlFor="aid-loan">{t('firmAid.loan')}</label><Select id="aid-loan" style={{ width: '100%' }} value={loan === '' ? null : loan} placeholder={t('firmAid.chooseLoan')} onChange={setChosen} options={rows.map(row => ({ value: row.id, label: row.number }))} /></div>
          <div><label htmlFor="aid-for-year">{t('firmAid.year')}</label><InputNumber id="aid-for-year" style={{ width: '100%' }} min={1990} max={2199} precision={0} value={year} onChange={next => setYear(next ?? year)} /></div>
          {only === '' && <div style={{ gridColumn: '1 / -1' }}><label htmlFor="aid-of-firm">{t('portal.firm')}</label><FirmPicker id="aid-of-firm" value={picked} onChange={setPicked} placeholder={t('firmAid.chooseFirm')} /></div>}
        </div>
      )}
      {loan !== '' && <Fits loan={loan} firm={firm} year={year} />}
    </Panel>
  );
}

function Fits({ loan, firm, year }: { loan: string; firm: string; year: number }) {
  const t = useT();
  const navigate = useNavigate();
  const found = useAidFits(loan, firm, year);
  const drafting = useWriting([policyKeys, ['evidence']]);
  const [all, setAll] = useState(false);
  if (found.isError) return <Failure reason={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <PageSkeleton rows={4} />;
  const fitting = found.data.rows.filter(one => one.fit !== 'refused');
  const others = found.data.rows.filter(one => one.fit === 'refused');
  const firmId = found.data.firmId;
  const draft = (scheme: string) => void drafting.run(async () => {
    const made = await draftFirmAid({ loanId: loan, scheme, year, firmId });
    void navigate(`/policy/applications/${made.id}`);
    return made;
  }, () => t('firmAid.drafted'));
  return (
    <div style={{ marginTop: 12 }}>
      <OtherFindings findings={drafting.findings} fields={[]} />
      {fitting.length === 0 && <Nothing>{t('firmAid.none')}</Nothing>}
      {[...fitting, ...(all ? others : [])].map(one => <Fit key={one.scheme} fit={one} busy={drafting.busy} onDraft={() => draft(one.scheme)} />)}
      {others.length > 0 && !all && <Button type="link" onClick={() => setAll(true)}>{t('firmAid.others', { count: others.length })}</Button>}
    </div>
  );
}

function Fit({ fit, busy, onDraft }: { fit: AidFit; busy: boolean; onDraft: () => void }) {
  const t = useT();
  return (
    <article className={styles['card']}>
      <div className={styles['head']}><strong>{fit.title}</strong><StateMark tone={tones[fit.fit]}>{t(`firmAid.fit.${fit.fit}`)}</StateMark></div>
      <dl className={styles['facts']}>
        {fit.amount !== null && <div><dt>{t('firmAid.amount')}</dt><dd><Fen value={fit.amount} /></dd></div>}
        {fit.atMost !== null && <div><dt>{t('firmAid.atMost')}</dt><dd><Fen value={fit.atMost} /></dd></div>}
        <div><dt>{t('firmAid.where')}</dt><dd><Region code={fit.jurisdiction} /></dd></div>
        <div><dt>{t('firmAid.source')}</dt><dd translate="no">{fit.policy === '' ? fit.source : fit.policy}</dd></div>
      </dl>
      {!fit.verified && fit.fit !== 'refused' && <div className={styles['soft']}>{t('firmAid.unverified')}</div>}
      {fit.against.length > 0 && <div>{t(fit.fit === 'refused' ? 'firmAid.against' : 'firmAid.againstPart')}<ul className={styles['why']}>{fit.against.map(one => <li key={one}>{one}</li>)}</ul></div>}
      {fit.missing.length > 0 && <div>{t('firmAid.missing')}<ul className={styles['why']}>{fit.missing.map(one => <li key={`${one.name}${one.title}`}>{one.title}</li>)}</ul></div>}
      {fit.fit !== 'refused' && <div className={styles['actions']}><Button loading={busy} onClick={onDraft}>{t('firmAid.draft')}</Button></div>}
    </article>
  );
}

function MyAid() {
  const t = useT();
  const [page, setPage] = useState(1);
  const found = useAids({ page, pageSize: 20 });
  const more = (found.data?.total ?? 0) > page * 20;
  return (
    <Panel title={t('firmAid.mine')}>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={2} />}
      {found.data !== undefined && found.data.items.length === 0 && <Nothing>{t('firmAid.mine.none')}</Nothing>}
      {(found.data?.items ?? []).map(row => <Mine key={row.id} row={row} />)}
      {(page > 1 || more) && <div className={styles['actions']} style={{ marginTop: 8 }}><Button disabled={page === 1} onClick={() => setPage(page - 1)}>{t('firmAid.before')}</Button><Button disabled={!more} onClick={() => setPage(page + 1)}>{t('firmAid.after')}</Button></div>}
    </Panel>
  );
}

function Mine({ row }: { row: AidRow }) {
  const t = useT();
  const organisations = useOrganisations({ pageSize: 200 });
  const detail = useAid(row.state === 'returned' || row.state === 'refused' ? row.id : '');
  const note = detail.data?.steps.filter(step => step.state === row.state && step.note !== '').at(-1)?.note ?? '';
  const office = organisations.data?.items.find(one => one.id === row.officeId)?.name ?? row.officeId;
  return (
    <article className={styles['card']}>
      <div className={styles['head']}><Link to={`/policy/applications/${row.id}`}><strong>{row.schemeTitle}</strong></Link><StateMark tone={aidTones[row.state] ?? 'grey'}>{t.code('aidState', row.state)}</StateMark></div>
      <dl className={styles['facts']}>
        <div><dt>{t('firmAid.loan')}</dt><dd translate="no">{row.subjectId} · {row.year}</dd></div>
        <div><dt>{t('firmAid.office')}</dt><dd>{office === null ? t('firmAid.office.none') : <span translate="no">{office}</span>}</dd></div>
        <div><dt>{t('firmAid.asked')}</dt><dd>{row.asked === null ? t('shell.unknown') : <Fen value={row.asked} />}</dd></div>
        {row.approved !== null && <div><dt>{t('firmAid.approved')}</dt><dd><Fen value={row.scaled ?? row.approved} /></dd></div>}
        {row.state !== 'draft' && <div><dt>{t('firmAid.paid')}</dt><dd><Fen value={row.paid} /></dd></div>}
        {row.state === 'clawback' && <div><dt>{t('firmAid.clawed')}</dt><dd><Fen value={row.clawed} /></dd></div>}
      </dl>
      {note !== '' && <Alert type={row.state === 'returned' ? 'warning' : 'error'} showIcon message={t.code('aidState', row.state)} description={<span translate="no">{note}</span>} />}
      <div className={styles['actions']} style={{ marginTop: 6 }}><Link to={`/policy/applications/${row.id}`}><Button>{t(row.state === 'draft' ? 'firmAid.open' : row.state === 'returned' ? 'firmAid.complete' : 'firmAid.follow')}</Button></Link></div>
    </article>
  );
}
