import {
  AlertOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CalculatorOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  CloudUploadOutlined,
  CopyrightOutlined,
  DiffOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileOutlined,
  EyeOutlined,
  FileProtectOutlined,
  FileTextOutlined,
  FileSearchOutlined,
  FlagOutlined,
  FolderOpenOutlined,
  FundOutlined,
  HomeOutlined,
  IdcardOutlined,
  InboxOutlined,
  LineChartOutlined,
  MailOutlined,
  NodeIndexOutlined,
  OrderedListOutlined,
  PartitionOutlined,
  ProfileOutlined,
  GiftOutlined,
  QuestionCircleOutlined,
  RadarChartOutlined,
  ScheduleOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SendOutlined,
  ShopOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  TrademarkOutlined,
  UserOutlined,
  WalletOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Menu, type MenuProps } from 'antd';
import { Link, useLocation } from 'react-router';
import { covers, type Me } from '../api/access';
import { useT } from '../words';
import { ofFirms, useMe } from './useMe';

const places: readonly (readonly [start: string, key: string])[] = [
  ['/deals', 'deals'],
  ['/shelves', 'shelves'],
  ['/rights/questions', 'rightQuestions'],
  ['/rights/sources', 'rightSources'],
  ['/rights/import', 'rightSources'],
  ['/rights', 'rights'],
  ['/firms', 'firms'],
  ['/match', 'listings'],
  ['/appraisals/batches', 'valuationBatches'],
  ['/appraisals', 'appraisals'],
  ['/pledges/incidents', 'incidents'],
  ['/pledges', 'pledges'],
  ['/lending/products', 'loanProducts'],
  ['/portal', 'portal'],
  ['/lending/policies', 'creditPolicies'],
  ['/lending/templates', 'paperTemplates'],
  ['/lending/match', 'loanMatch'],
  ['/lending/applications', 'loanApplications'],
  ['/lending/instant', 'instantLoans'],
  ['/lending/mandates', 'loanMandates'],
  ['/lending/fund-first', 'fundFirst'],
  ['/lending/indices', 'bankIndices'],
  ['/lending/index', 'bankIndices'],
  ['/registrations/precheck', 'precheck'],
  ['/registrations/answers', 'registryAnswers'],
  ['/registrations', 'registrations'],
  ['/facilities', 'facilities'],
  ['/certificates', 'vault'],
  ['/loans/checks', 'checks'],
  ['/loans/promises', 'promises'],
  ['/loans/dunning', 'dunning'],
  ['/loans/breaches', 'breaches'],
  ['/loans', 'loans'],
  ['/diligence', 'diligence'],
  ['/analyses', 'analyses'],
  ['/rubrics', 'rubrics'],
  ['/benchmark', 'benchmark'],
  ['/policy/applications', 'aid'],
  ['/policy/funds', 'policyFunds'],
  ['/policy', 'schemes'],
  ['/ledger', 'books'],
  ['/payments/statements', 'statements'],
  ['/payments/reconciliation', 'statements'],
  ['/payments/accounts', 'payAccounts'],
  ['/payments/differences', 'differences'],
  ['/payments/files', 'payFiles'],
  ['/payments', 'batches'],
  ['/evidence/verify', 'verify'],
  ['/evidence/checkpoints', 'checkpoints'],
  ['/evidence', 'records'],
  ['/jobs', 'jobs'],
  ['/approvals/delegations', 'delegations'],
  ['/approvals/mandates', 'mandates'],
  ['/approvals/routes', 'routes'],
  ['/approvals', 'inbox'],
  ['/access/users', 'users'],
  ['/access/roles', 'roles'],
  ['/access/organisations', 'organisations'],
  ['/access/conflicts', 'conflicts'],
];

/** What opens a group of the menu; a group without a row is everybody's. */
const acts: Readonly<Record<string, string>> = {
  assets: 'assets.read', valuation: 'valuation.read', lending: 'lending.read', policy: 'policy.read', securitization: 'securitization.read', ledger: 'ledger.read', payments: 'payments.read', evidence: 'evidence.read', jobs: 'work.read', approvals: 'approvals.read', people: 'access.read',
};

/** What firms do in a room; the rest of it is a lender's or an office's work. */
const firmDoes: Readonly<Record<string, readonly string[]>> = {
  lending: ['portal', 'loanMatch', 'loanApplications', 'loanProducts', 'pledges', 'registrations', 'precheck'],
  policy: ['schemes', 'aid'],
  people: [],
};

type Entry = NonNullable<NonNullable<MenuProps['items']>[number]>;

/** The menu as far as the person's roles reach; a firm sees what firms do. */
export function menuFor(me: Me, entries: readonly Entry[]): Entry[] {
  const firm = ofFirms(me);
  return entries.flatMap(entry => {
    const key = String(entry.key ?? '');
    const act = acts[key];
    if (act !== undefined && !covers(me.grants, act)) return [];
    const does = firm ? firmDoes[key] : undefined;
    if (does === undefined || !('children' in entry)) return [entry];
    const children = entry.children?.filter(child => does.includes(String(child?.key ?? ''))) ?? [];
    return children.length === 0 ? [] : [{ ...entry, children }];
  });
}

/** The rooms that exist, by their house names. */
export function Navigation({ onChosen }: { onChosen?: () => void }) {
  const t = useT();
  const { me } = useMe();
  const { pathname } = useLocation();
  const selected = pathname === '/' ? 'home' : (places.find(([start]) => pathname.startsWith(start))?.[1] ?? '');
  const opened = /^\/(approvals\/|access\/)/.test(pathname) ? (pathname.startsWith('/access') ? 'people' : 'approvals') : undefined;
  return (
    <nav aria-label={t('shell.navigation')}>
      <Menu
        mode="inline"
        selectedKeys={[selected]}
        defaultOpenKeys={['assets', 'valuation', 'policy', 'lending', 'securitization', 'ledger', 'payments', 'evidence', ...(opened === undefined ? [] : [opened])]}
        onClick={onChosen}
        style={{ borderInlineEnd: 0 }}
        items={menuFor(me, [
          { key: 'home', icon: <HomeOutlined />, label: <Link to="/">{t('shell.home')}</Link> },
          { key: 'inbox', icon: <InboxOutlined />, label: <Link to="/approvals">{t('approvals.title')}</Link> },
          {
            key: 'assets',
            icon: <CopyrightOutlined />,
            label: t('rights.room'),
            children: [
              { key: 'rights', icon: <TrademarkOutlined />, label: <Link to="/rights">{t('rights.title')}</Link> },
              { key: 'listings', icon: <SwapOutlined />, label: <Link to="/match">{t('listing.title')}</Link> },
              { key: 'firms', icon: <ShopOutlined />, label: <Link to="/firms">{t('firms.title')}</Link> },
              { key: 'rightQuestions', icon: <QuestionCircleOutlined />, label: <Link to="/rights/questions">{t('rights.questions')}</Link> },
              { key: 'rightSources', icon: <CloudUploadOutlined />, label: <Link to="/rights/sources">{t('sources.title')}</Link> },
            ],
          },
          {
            key: 'valuation',
            icon: <FundOutlined />,
            label: t('valuation.room'),
            children: [
              { key: 'appraisals', icon: <CalculatorOutlined />, label: <Link to="/appraisals">{t('appraisals.title')}</Link> },
              { key: 'valuationBatches', icon: <AppstoreOutlined />, label: <Link to="/appraisals/batches">{t('batch.title')}</Link> },
              { key: 'diligence', icon: <FileSearchOutlined />, label: <Link to="/diligence">{t('diligence.title')}</Link> },
              { key: 'analyses', icon: <RadarChartOutlined />, label: <Link to="/analyses">{t('analyses.title')}</Link> },
              { key: 'rubrics', icon: <OrderedListOutlined />, label: <Link to="/rubrics">{t('rubrics.title')}</Link> },
              { key: 'benchmark', icon: <LineChartOutlined />, label: <Link to="/benchmark">{t('benchmark.title')}</Link> },
            ],
          },
          {
            key: 'lending',
            icon: <BankOutlined />,
            label: t('lending.room'),
            children: [
              { key: 'pledges', icon: <SafetyOutlined />, label: <Link to="/pledges">{t('pledge.title')}</Link> },
              { key: 'incidents', icon: <WarningOutlined />, label: <Link to="/pledges/incidents">{t('incident.title')}</Link> },
              ...(ofFirms(me) ? [{ key: 'portal', icon: <ShopOutlined />, label: <Link to="/portal">{t('portal.title')}</Link> }] : []),
              { key: 'loanMatch', icon: <CalculatorOutlined />, label: <Link to="/lending/match">{t('match.title')}</Link> },
              { key: 'loanApplications', icon: <SolutionOutlined />, label: <Link to="/lending/applications">{t('application.title')}</Link> },
              { key: 'instantLoans', icon: <ThunderboltOutlined />, label: <Link to="/lending/instant">{t('instant.title')}</Link> },
              { key: 'loanMandates', icon: <AuditOutlined />, label: <Link to="/lending/mandates">{t('mandate.title')}</Link> },
              { key: 'fundFirst', icon: <FlagOutlined />, label: <Link to="/lending/fund-first">{t('first.menu')}</Link> },
              { key: 'bankIndices', icon: <LineChartOutlined />, label: <Link to="/lending/indices">{t('indices.menu')}</Link> },
              { key: 'creditPolicies', icon: <PartitionOutlined />, label: <Link to="/lending/policies">{t('policyList.title')}</Link> },
              { key: 'paperTemplates', icon: <FileTextOutlined />, label: <Link to="/lending/templates">{t('template.title')}</Link> },
              { key: 'loanProducts', icon: <AppstoreOutlined />, label: <Link to="/lending/products">{t('product.title')}</Link> },
              { key: 'registrations', icon: <FlagOutlined />, label: <Link to="/registrations">{t('registration.title')}</Link> },
              { key: 'precheck', icon: <CheckSquareOutlined />, label: <Link to="/registrations/precheck">{t('precheck.title')}</Link> },
              { key: 'registryAnswers', icon: <MailOutlined />, label: <Link to="/registrations/answers">{t('answers.menu')}</Link> },
              { key: 'facilities', icon: <FundOutlined />, label: <Link to="/facilities">{t('facility.title')}</Link> },
              { key: 'loans', icon: <ProfileOutlined />, label: <Link to="/loans">{t('loan.title')}</Link> },
              { key: 'checks', icon: <EyeOutlined />, label: <Link to="/loans/checks">{t('check.title')}</Link> },
              { key: 'promises', icon: <CarryOutOutlined />, label: <Link to="/loans/promises">{t('promises.title')}</Link> },
              { key: 'dunning', icon: <MailOutlined />, label: <Link to="/loans/dunning">{t('dunning.title')}</Link> },
              { key: 'vault', icon: <FolderOpenOutlined />, label: <Link to="/certificates">{t('certificate.title')}</Link> },
              { key: 'breaches', icon: <AlertOutlined />, label: <Link to="/loans/breaches">{t('breach.title')}</Link> },
            ],
          },
          {
            key: 'policy',
            icon: <GiftOutlined />,
            label: t('policy.room'),
            children: [
              { key: 'schemes', icon: <AuditOutlined />, label: <Link to="/policy/schemes">{t('policy.schemes')}</Link> },
              { key: 'aid', icon: <SolutionOutlined />, label: <Link to="/policy/applications">{t('aid.title')}</Link> },
              { key: 'policyFunds', icon: <ScheduleOutlined />, label: <Link to="/policy/funds">{t('funds.title')}</Link> },
            ],
          },
          {
            key: 'securitization',
            icon: <PartitionOutlined />,
            label: t('shell.securitization'),
            children: [
              { key: 'deals', icon: <ProfileOutlined />, label: <Link to="/deals">{t('shell.deals')}</Link> },
              { key: 'shelves', icon: <FolderOpenOutlined />, label: <Link to="/shelves">{t('shell.shelves')}</Link> },
            ],
          },
          {
            key: 'ledger',
            icon: <BookOutlined />,
            label: t('shell.ledger'),
            children: [{ key: 'books', icon: <ReadOutlined />, label: <Link to="/ledger/books">{t('shell.books')}</Link> }],
          },
          {
            key: 'payments',
            icon: <WalletOutlined />,
            label: t('shell.payments'),
            children: [
              { key: 'batches', icon: <SendOutlined />, label: <Link to="/payments/batches">{t('pay.batches')}</Link> },
              { key: 'statements', icon: <FileDoneOutlined />, label: <Link to="/payments/statements">{t('pay.statements')}</Link> },
              { key: 'differences', icon: <DiffOutlined />, label: <Link to="/payments/differences">{t('pay.differences')}</Link> },
              { key: 'payAccounts', icon: <BankOutlined />, label: <Link to="/payments/accounts">{t('pay.accounts')}</Link> },
              { key: 'payFiles', icon: <FileOutlined />, label: <Link to="/payments/files">{t('pay.files')}</Link> },
            ],
          },
          {
            key: 'evidence',
            icon: <FileProtectOutlined />,
            label: t('shell.evidence'),
            children: [
              { key: 'records', icon: <AuditOutlined />, label: <Link to="/evidence">{t('shell.records')}</Link> },
              { key: 'checkpoints', icon: <NodeIndexOutlined />, label: <Link to="/evidence/checkpoints">{t('checkpoints.title')}</Link> },
              { key: 'verify', icon: <SafetyCertificateOutlined />, label: <Link to="/evidence/verify">{t('shell.verify')}</Link> },
            ],
          },
          { key: 'jobs', icon: <FieldTimeOutlined />, label: <Link to="/jobs">{t('shell.jobs')}</Link> },
          {
            key: 'approvals',
            icon: <SolutionOutlined />,
            label: t('shell.approvals'),
            children: [
              { key: 'delegations', icon: <SwapOutlined />, label: <Link to="/approvals/delegations">{t('delegations.title')}</Link> },
              { key: 'mandates', icon: <SafetyOutlined />, label: <Link to="/approvals/mandates">{t('mandates.title')}</Link> },
              { key: 'routes', icon: <ApartmentOutlined />, label: <Link to="/approvals/routes">{t('routes.title')}</Link> },
            ],
          },
          {
            key: 'people',
            icon: <TeamOutlined />,
            label: t('people.room'),
            children: [
              { key: 'users', icon: <UserOutlined />, label: <Link to="/access/users">{t('users.title')}</Link> },
              { key: 'roles', icon: <IdcardOutlined />, label: <Link to="/access/roles">{t('roles.title')}</Link> },
              { key: 'organisations', icon: <BankOutlined />, label: <Link to="/access/organisations">{t('organisations.title')}</Link> },
              { key: 'conflicts', icon: <WarningOutlined />, label: <Link to="/access/conflicts">{t('conflicts.title')}</Link> },
            ],
          },
        ])}
      />
    </nav>
  );
}
