import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { DayField } from '../../../shell/DayField';
import { SearchBox } from '../../../shell/SearchBox';
import { useT } from '../../../words';
import styles from './Records.module.css';

export const atRest = { query: '', kind: '', subject: '', event: '', from: '', to: '', page: 1, pageSize: 50 };
export type RecordsAddress = typeof atRest;

const kinds = ['deal', 'appraisal', 'appraisal_batch', 'diligence', 'analysis', 'score_sheet', 'rubric', 'signal', 'benchmark_series', 'run', 'report', 'book', 'account', 'entry', 'hold', 'planned', 'evidence', 'user', 'organisation', 'role', 'token', 'conflict', 'payaccount', 'paybatch', 'payitem', 'payline', 'paystatement', 'payreceipt', 'payfile', 'paydifference', 'payday', 'approval', 'delegation', 'mandate', 'routes', 'right', 'source', 'firm', 'product', 'mapping', 'pledge', 'answer_file', 'facility', 'loan', 'loanclose', 'loan_import', 'loan_mapping', 'certificate', 'receivable'];
const events = [
  'AccountAdded',
  'AccountChanged',
  'AidApproved',
  'AidMoneyReceived',
  'AidClawedBack',
  'AidDrafted',
  'AidPaid',
  'AidPublicised',
  'AidRefused',
  'AidReturned',
  'AidWithdrawn',
  'AidReviewed',
  'AidScaled',
  'AidSubmitted',
  'AnalysisMade',
  'AnswerRead',
  'AnswersRead',
  'AppraisalBatchStarted',
  'AppraisalSaved',
  'AppraisalSigned',
  'ApprovalAsked',
  'ApprovalDecided',
  'ApprovalExpired',
  'ApprovalSkipped',
  'ApprovalSupplemented',
  'ApprovalWithdrawn',
  'ApprovedActDone',
  'ApprovedActFailed',
  'BalancesRead',
  'BatchAmended',
  'BatchApproved',
  'BatchChecked',
  'BatchMade',
  'BatchReopened',
  'BatchSent',
  'BenchmarkTaken',
  'BookOpened',
  'BudgetSet',
  'BusinessDateMoved',
  'CompensationApproved',
  'CompensationClaimed',
  'CompensationPaid',
  'CompensationRefused',
  'ConditionConfirmed',
  'ConditionMet',
  'ConflictDecided',
  'ConflictRaised',
  'ContentErased',
  'DealVersionSaved',
  'DelegationEnded',
  'DelegationGiven',
  'DifferenceExplained',
  'DifferencesCounted',
  'DiligenceMade',
  'EncumbranceEnded',
  'EntryPosted',
  'FactAnswered',
  'FilingEnded',
  'FilingPackageMade',
  'FirmAdded',
  'FirmChanged',
  'FirmStatementSaved',
  'FundOpened',
  'FundResumed',
  'FundSuspended',
  'GroundStated',
  'HoldExpired',
  'HoldPlaced',
  'HoldPosted',
  'HoldVoided',
  'InstallationSetUp',
  'LineExplained',
  'LineMatched',
  'LineUnmatched',
  'LoanFiled',
  'MandateEnded',
  'MandateMade',
  'MandateUsed',
  'MappingKept',
  'MemberAdded',
  'MemberEnded',
  'OrganisationAdded',
  'OrganisationChanged',
  'PasswordChanged',
  'PasswordIssued',
  'PaymentAccountAdded',
  'PaymentAccountChanged',
  'PaymentQueried',
  'PaymentRetried',
  'PaymentsPosted',
  'PlannedEntriesReplaced',
  'PlannedMatched',
  'PlannedUnmatched',
  'PledgeExpired',
  'PledgeIncidentClosed',
  'PledgeMade',
  'PledgeRegistered',
  'PledgeReleased',
  'PledgeReplacementBegun',
  'PledgeRevoked',
  'ApplicationDecided',
  'ApplicationDrafted',
  'ApplicationMoved',
  'PaperTemplateSaved',
  'PolicySaved',
  'LoanProductSaved',
  'BreachResolved',
  'LoanMappingKept',
  'LoanSheetRead',
  'LoansTakenIn',
  'BorrowerContacted',
  'PromisesBound',
  'PromiseMeasured',
  'PayoutProofKept',
  'PayoutProofTakenBack',
  'CheckPlanned',
  'ChecksPlanned',
  'CheckDone',
  'LineToppedUp',
  'ReceivableEntered',
  'ReceivablePaperKept',
  'ReceivableCollected',
  'ReceivableCollectionUndone',
  'ReceivableUsed',
  'ReceivableReleased',
  'CertificateMoved',
  'ReceiptDoubted',
  'ReceiptDoubtSettled',
  'CovenantBreached',
  'FacilityClosed',
  'FacilityFrozen',
  'FacilityMade',
  'PrecedentMet',
  'FacilityReopened',
  'LoanEventRecorded',
  'LoanEventUndone',
  'BatchPaidInBook',
  'FundFirstRegistered',
  'IndicesTaken',
  'InstantDecided',
  'InstantPaid',
  'LoanMandateMade',
  'LoanMandateReopened',
  'LoanMandateStopped',
  'LoanOrdered',
  'LoanPaperMade',
  'LoanPayoutCancelled',
  'LoanPayoutReturned',
  'LoansClosed',
  'PaperHandedIn',
  'PaperUsed',
  'ListingsTaken',
  'ShortlistKept',
  'SearchKept',
  'SearchChanged',
  'SearchRemoved',
  'PoolScaled',
  'ProductSaved',
  'QueryAnswered',
  'ReceiptCancelled',
  'ReceiptsPlanned',
  'RecoveryReturned',
  'RegistrationMoved',
  'RateExceptionGranted',
  'ReportMade',
  'RightEncumbered',
  'RightEventRecorded',
  'RightQuestionAnswered',
  'RightRegistered',
  'RightStated',
  'RightsJoined',
  'RightsTaken',
  'RoleSaved',
  'RoutesSaved',
  'RubricSaved',
  'RunKept',
  'SchemeSaved',
  'ScoreKept',
  'SecondFactorOff',
  'SecondFactorOn',
  'SecondFactorRemoved',
  'ShareEnded',
  'ShareGranted',
  'SignalRecorded',
  'SourceTaken',
  'StatementImported',
  'TaskAdded',
  'TaskClosed',
  'TokenMade',
  'TokenRevoked',
  'TradeRecorded',
  'UserAdded',
  'UserChanged',
  'UserDisabled',
  'UserEnabled',
  'UserLocked',
  'UserUnlocked',
];

interface Props {
  address: RecordsAddress;
  onChange: (change: Partial<RecordsAddress>) => void;
}

export function RecordFilters({ address, onChange }: Props) {
  const t = useT();
  const { kind, subject } = address;
  return (
    <div className={styles['filters']}>
      <SearchBox value={address.query} placeholder={t('evidence.search')} onChange={query => onChange({ query })} />
      <Select
        aria-label={t('evidence.kind')}
        popupMatchSelectWidth={false}
        value={kind}
        onChange={value => onChange({ kind: value, subject: '' })}
        options={[{ value: '', label: t('evidence.kind.all') }, ...kinds.map(value => ({ value, label: t.code('subjectKind', value) }))]}
      />
      <Select
        aria-label={t('evidence.event')}
        popupMatchSelectWidth={false}
        showSearch
        optionFilterProp="label"
        value={address.event}
        onChange={event => onChange({ event })}
        options={[{ value: '', label: t('evidence.event.all') }, ...events.map(value => ({ value, label: t.code('evidenceEvent', value) }))]}
      />
      <DayField label={t('evidence.from')} value={address.from} onChange={from => onChange({ from })} />
      <DayField label={t('evidence.to')} value={address.to} onChange={to => onChange({ to })} />
      {subject !== '' && (
        <span className={styles['subject']}>
          {t('evidence.subject.only', { kind: t.code('subjectKind', kind), id: subject.slice(0, 13) })}
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('books.clear')} onClick={() => onChange({ subject: '', kind: '' })} />
        </span>
      )}
    </div>
  );
}
