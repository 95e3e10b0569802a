import { Alert, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { lendingKeys } from '../../../api/lendingQueries';
import { draftApplication, matchProducts, useApplication, useApplications } from '../../../api/origination';
import type { ApplicationRow, MatchAnswer, MatchedProduct } from '../../../api/originationTypes';
import { useLoans } from '../../../api/loans';
import type { LoanRow } from '../../../api/loanShapes';
import { useFirms } from '../../../api/rightQueries';
import { useOrganisations } from '../../../api/peopleQueries';
import { firmPapersOf, shareKeys, shareWith, useSharesOf } from '../../../api/portal';
import { formatDate, formatPercent, parseMoney } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Fen } from '../../../shell/Fen';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useMe } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { OtherFindings } from '../../ledger/FieldNotes';
import { FirmPicker } from '../../valuation/FirmPicker';
import { toneOf } from '../applications/tones';
import { AidPanel } from './AidPanel';
import { ObligationsPanel } from './ObligationsPanel';
import { PapersPanel } from './PapersPanel';
import styles from './Portal.module.css';

const tones = { eligible: 'green', unknown: 'amber', refused: 'grey' } as const;

/** A firm's own side: what it can get and at what cost, its applications with what is asked of it, its loans with what comes due. */
export default function PortalPage() {
  const t = useT();
  const { me } = useMe();
  return (
    <>
      <PageHead title={t('portal.title')} state={<><span translate="no">{me.organisation?.name ?? ''}</span> · {t('portal.note')}</>} />
      <div className={styles['stack']}>
        <ObligationsPanel />
        <WhatCanIGet />
        <MyApplications />
        <MyLoans />
        <AidPanel />
        <MyPapers />
      </div>
    </>
  );
}

/** The firm's documents, for whichever application needs them. */
function MyPapers() {
  const t = useT();
  const firms = useFirms({ pageSize: 50 });
  const [chosen, setChosen] = useState('');
  const only = firms.data?.items.length === 1 ? firms.data.items[0]?.id ?? '' : '';
  const firm = chosen === '' ? only : chosen;
  return (
    <>
      {only === '' && <Panel title={t('papers.whose')}><FirmPicker id="portal-papers-firm" value={chosen} onChange={setChosen} placeholder={t('firmAid.chooseFirm')} /></Panel>}
      <PapersPanel firm={firm} />
    </>
  );
}

function WhatCanIGet() {
  const t = useT();
  const navigate = useNavigate();
  const write = useWriting([]);
  const drafting = useWriting([lendingKeys]);
  const [firm, setFirm] = useState('');
  const [typed, setTyped] = useState('');
  const [months, setMonths] = useState(12);
  const [answer, setAnswer] = useState<MatchAnswer | null>(null);
  const amount = parseMoney(typed) ?? typed;
  const find = () => write.run(async () => {
    const made = await matchProducts({ amount, months, ...(firm === '' ? {} : { firmId: firm }) });
    setAnswer(made);
    return made;
  }, made => t('portal.found', { count: made.products.filter(one => one.fit !== 'refused').length }));
  const apply = (product: string) => void drafting.run(async () => {
    const made = await draftApplication({ firmId: firm === '' ? null : firm, product, amount, months });
    void navigate(`/lending/applications/${made.row.id}`);
    return made;
  }, made => made.row.number);
  return (
    <Panel title={t('portal.can')} note={t('portal.can.note')}>
      <OtherFindings findings={[...write.findings, ...drafting.findings]} fields={[]} />
      <div className={styles['ask']}>
        <div style={{ gridColumn: '1 / -1' }}><label htmlFor="portal-firm">{t('portal.firm')}</label><FirmPicker id="portal-firm" value={firm} onChange={setFirm} placeholder={t('firmAid.chooseFirm')} /></div>
        <div><label htmlFor="portal-amount">{t('match.amount')}</label><Input id="portal-amount" size="large" inputMode="decimal" placeholder="200万" value={typed} onChange={event => setTyped(event.target.value)} /></div>
        <div><label htmlFor="portal-months">{t('match.months')}</label><InputNumber id="portal-months" size="large" style={{ width: '100%' }} min={1} max={360} precision={0} value={months} onChange={next => setMonths(next ?? 12)} /></div>
        <Button type="primary" size="large" loading={write.busy} disabled={typed.trim() === ''} onClick={() => void find()}>{t('portal.find')}</Button>
      </div>
      {answer !== null && <div style={{ marginTop: 12 }}>{answer.products.map(one => <Offer key={one.product.code} offer={one} busy={drafting.busy} onApply={() => apply(one.product.code)} />)}</div>}
    </Panel>
  );
}

function Offer({ offer, busy, onApply }: { offer: MatchedProduct; busy: boolean; onApply: () => void }) {
  const t = useT();
  const against = offer.conditions.filter(one => one.holds !== true);
  return (
    <article className={styles['card']}>
      <div className={styles['head']}><strong>{offer.product.title}</strong><StateMark tone={tones[offer.fit]}>{t(`fit.${offer.fit}`)}</StateMark></div>
      <div className={styles['soft']}>{offer.product.lender}</div>
      {offer.quote !== null && (
        <dl className={styles['facts']}>
          <div><dt>{t('match.cost')}</dt><dd>{formatPercent(offer.quote.afterAid ?? offer.quote.gross)}</dd></div>
          <div><dt>{t('portal.beforeAid')}</dt><dd>{formatPercent(offer.quote.gross)}</dd></div>
          <div><dt>{t('portal.most')}</dt><dd><Fen value={offer.quote.most} /></dd></div>
          <div><dt>{t('portal.aid')}</dt><dd><Fen value={offer.quote.aid} /></dd></div>
        </dl>
      )}
      {against.length > 0 && <ul className={styles['why']}>{against.map(one => <li key={one.id}>{one.sentence}</li>)}</ul>}
      {offer.fit !== 'refused' && <div className={styles['actions']}><Button loading={busy} {...(offer.rank === 1 ? { type: 'primary' as const } : {})} onClick={onApply}>{t('match.apply')}</Button></div>}
    </article>
  );
}

function MyApplications() {
  const t = useT();
  const found = useApplications({ pageSize: 50 });
  const shares = useSharesOf('loan_application');
  return (
    <Panel title={t('portal.applications')}>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={3} />}
      {found.data !== undefined && found.data.items.length === 0 && <Nothing>{t('portal.applications.none')}</Nothing>}
      {(found.data?.items ?? []).map(row => <Mine key={row.id} row={row} banks={(shares.data?.items ?? []).filter(share => share.rootId === row.id && share.right === 'write').map(share => share.organisation)} />)}
    </Panel>
  );
}

function Mine({ row, banks }: { row: ApplicationRow; banks: readonly string[] }) {
  const t = useT();
  const detail = useApplication(row.id);
  const organisations = useOrganisations({ pageSize: 200 });
  const write = useWriting([shareKeys]);
  const [bank, setBank] = useState<string | null>(null);
  const name = (id: string) => organisations.data?.items.find(one => one.id === id)?.name ?? id;
  const refused = row.outcome === 'refused';
  return (
    <article className={styles['card']}>
      <div className={styles['head']}><Link to={`/lending/applications/${row.id}`}><strong>{row.firmName === '' ? row.number : row.firmName}</strong></Link><StateMark tone={toneOf(row)}>{row.outcome === '' ? row.stateTitle : t(`applicationOutcome.${row.outcome}`)}</StateMark></div>
      <dl className={styles['facts']}>
        <div><dt>{t('portal.number')}</dt><dd translate="no">{row.number}</dd></div>
        <div><dt>{t('portal.asked')}</dt><dd><Fen value={row.amount} /></dd></div>
        <div><dt>{t('application.waits')}</dt><dd>{row.waits === '' ? '—' : t(`waits.${row.waits}`)}</dd></div>
        <div><dt>{t('portal.bank')}</dt><dd>{banks.length === 0 ? t('portal.bank.none') : banks.map(name).join('、')}</dd></div>
      </dl>
      {(detail.data?.asked.length ?? 0) > 0 && <Alert type="warning" showIcon message={t('application.asked')} description={detail.data?.asked.map(item => <div key={item}>{item}</div>)} />}
      {refused && (detail.data?.resolution?.reasons.length ?? 0) > 0 && <Alert type="error" showIcon message={t('match.why')} description={detail.data?.resolution?.reasons.map(line => <div key={line}>{line}</div>)} />}
      <div className={styles['actions']} style={{ marginTop: 6 }}>
        <Link to={`/lending/applications/${row.id}`}><Button>{t(row.state === 'returned' ? 'portal.answer' : row.state === 'draft' ? 'portal.fill' : refused ? 'portal.contest' : 'portal.follow')}</Button></Link>
        {banks.length === 0 && row.state !== 'draft' && row.state !== 'withdrawn' && (
          <>
            <Select aria-label={t('portal.bank')} style={{ minWidth: 160 }} placeholder={t('portal.bank')} value={bank} onChange={setBank} options={(organisations.data?.items ?? []).filter(one => one.kind === 'bank').map(one => ({ value: one.id, label: one.name }))} />
            <Button type="primary" disabled={bank === null} loading={write.busy} onClick={() => bank !== null && void write.run(() => sendTo(row.id, bank), () => t('portal.sent', { bank: name(bank) }))}>{t('portal.send')}</Button>
          </>
        )}
      </div>
    </article>
  );
}

/** The bank sees the application and the documents it rests on. */
async function sendTo(application: string, bank: string) {
  const papers = await firmPapersOf('loan_application', application);
  for (const paper of papers.rows) await shareWith('firm_paper', paper.id, bank, 'read');
  return shareWith('loan_application', application, bank, 'write');
}

function MyLoans() {
  const t = useT();
  const found = useLoans({ pageSize: 50 });
  return (
    <Panel title={t('portal.loans')} note={t('portal.loans.note')}>
      {found.isError && <Failure reason={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <PageSkeleton rows={3} />}
      {found.data !== undefined && found.data.items.length === 0 && <Nothing>{t('portal.loans.none')}</Nothing>}
      {(found.data?.items ?? []).map(loan => <Owed key={loan.id} loan={loan} />)}
    </Panel>
  );
}

function Owed({ loan }: { loan: LoanRow }) {
  const t = useT();
  return (
    <article className={styles['card']}>
      <div className={styles['head']}><Link to={`/loans/${loan.id}`}><strong translate="no">{loan.number}</strong></Link><StateMark tone={loan.pastDue > 0 ? 'red' : 'blue'}>{loan.pastDue > 0 ? t('portal.pastDue', { days: loan.pastDue }) : loan.stateTitle}</StateMark></div>
      <dl className={styles['facts']}>
        <div><dt>{t('portal.nextDue')}</dt><dd>{loan.nextDue === null ? '—' : formatDate(loan.nextDue)}</dd></div>
        <div><dt>{t('portal.nextAmount')}</dt><dd><Fen value={loan.nextAmount} /></dd></div>
        <div><dt>{t('portal.balance')}</dt><dd><Fen value={loan.balance} /></dd></div>
        <div><dt>{t('portal.maturity')}</dt><dd>{loan.maturity === null ? '—' : formatDate(loan.maturity)}</dd></div>
      </dl>
      <div className={styles['actions']}><Link to={`/loans/${loan.id}/try`}><Button>{t('portal.try')}</Button></Link><Link to={`/loans/${loan.id}`}><Button>{t('portal.schedule')}</Button></Link></div>
    </article>
  );
}
