import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { lazy, useMemo } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ConnectionLost } from './api/problem';
import { HomePage } from './rooms/home/HomePage';
import { antTheme } from './shell/antTheme';
import { Frame } from './shell/Frame';
import { NotFound } from './shell/NotFound';
import { SignedIn } from './shell/SignedIn';
import { PreferencesProvider, usePreferences } from './shell/Preferences';

const DealsPage = lazy(() => import('./rooms/securitization/deals/DealsPage'));
const DealPage = lazy(() => import('./rooms/securitization/deal/DealPage'));
const BooksPage = lazy(() => import('./rooms/ledger/books/BooksPage'));
const BookPage = lazy(() => import('./rooms/ledger/book/BookPage'));
const AccountPage = lazy(() => import('./rooms/ledger/statement/AccountPage'));
const EntryPage = lazy(() => import('./rooms/ledger/entry/EntryPage'));
const JobPage = lazy(() => import('./rooms/jobs/JobPage'));
const JobsPage = lazy(() => import('./rooms/jobs/JobsPage'));
const RecordPage = lazy(() => import('./rooms/evidence/record/RecordPage'));
const RecordsPage = lazy(() => import('./rooms/evidence/records/RecordsPage'));
const VerifyPage = lazy(() => import('./rooms/evidence/verify/VerifyPage'));
const BatchesPage = lazy(() => import('./rooms/payments/batches/BatchesPage'));
const BuildPage = lazy(() => import('./rooms/payments/build/BuildPage'));
const BatchPage = lazy(() => import('./rooms/payments/batch/BatchPage'));
const StatementsPage = lazy(() => import('./rooms/payments/statements/StatementsPage'));
const ReconcilePage = lazy(() => import('./rooms/payments/reconcile/ReconcilePage'));
const PayAccountsPage = lazy(() => import('./rooms/payments/accounts/AccountsPage'));
const PayAccountPage = lazy(() => import('./rooms/payments/loop/AccountPage'));
const DifferencesPage = lazy(() => import('./rooms/payments/differences/DifferencesPage'));
const FilesPage = lazy(() => import('./rooms/payments/files/FilesPage'));
const InboxPage = lazy(() => import('./rooms/approvals/inbox/InboxPage'));
const CasePage = lazy(() => import('./rooms/approvals/case/CasePage'));
const DelegationsPage = lazy(() => import('./rooms/approvals/delegations/DelegationsPage'));
const MandatesPage = lazy(() => import('./rooms/approvals/mandates/MandatesPage'));
const RoutesPage = lazy(() => import('./rooms/approvals/routes/RoutesPage'));
const ProposePage = lazy(() => import('./rooms/approvals/routes/ProposePage'));
const UsersPage = lazy(() => import('./rooms/access/users/UsersPage'));
const UserPage = lazy(() => import('./rooms/access/users/UserPage'));
const RolesPage = lazy(() => import('./rooms/access/roles/RolesPage'));
const OrganisationsPage = lazy(() => import('./rooms/access/organisations/OrganisationsPage'));
const ConflictsPage = lazy(() => import('./rooms/access/conflicts/ConflictsPage'));
const SecurityPage = lazy(() => import('./rooms/access/security/SecurityPage'));
const RightsPage = lazy(() => import('./rooms/assets/register/RightsPage'));
const RightPage = lazy(() => import('./rooms/assets/right/RightPage'));
const NewRightPage = lazy(() => import('./rooms/assets/new/NewRightPage'));
const QuestionsPage = lazy(() => import('./rooms/assets/questions/QuestionsPage'));
const ImportPage = lazy(() => import('./rooms/assets/import/ImportPage'));
const FirmImportPage = lazy(() => import('./rooms/assets/import/FirmImportPage'));
const SourcesPage = lazy(() => import('./rooms/assets/sources/SourcesPage'));
const FirmsPage = lazy(() => import('./rooms/assets/firms/FirmsPage'));
const FirmPage = lazy(() => import('./rooms/assets/firms/FirmPage'));
const AppraisalsPage = lazy(() => import('./rooms/valuation/appraisals/AppraisalsPage'));
const AppraisalPage = lazy(() => import('./rooms/valuation/appraisal/AppraisalPage'));
const NewAppraisalPage = lazy(() => import('./rooms/valuation/new/NewAppraisalPage'));
const NewDeskPage = lazy(() => import('./rooms/valuation/new/NewDeskPage'));
const ValuationBatchesPage = lazy(() => import('./rooms/valuation/batches/BatchesPage'));
const ValuationBatchPage = lazy(() => import('./rooms/valuation/batches/BatchPage'));
const NewBatchPage = lazy(() => import('./rooms/valuation/batches/NewBatchPage'));
const PledgesPage = lazy(() => import('./rooms/lending/pledges/PledgesPage'));
const PledgePage = lazy(() => import('./rooms/lending/pledges/PledgePage'));
const NewPledgePage = lazy(() => import('./rooms/lending/pledges/NewPledgePage'));
const IncidentsPage = lazy(() => import('./rooms/lending/pledges/IncidentsPage'));
const ProductsPage = lazy(() => import('./rooms/lending/products/ProductsPage'));
const ProductPage = lazy(() => import('./rooms/lending/products/ProductPage'));
const ProductEditPage = lazy(() => import('./rooms/lending/products/ProductEditPage'));
const LoanSharePage = lazy(() => import('./rooms/lending/loans/SharePage'));
const MatchRightsPage = lazy(() => import('./rooms/assets/listings/MatchRightsPage'));
const OpenSearchPage = lazy(() => import('./rooms/assets/register/OpenSearchPage'));
const ShortlistPage = lazy(() => import('./rooms/assets/listings/ShortlistPage'));
const PortalPage = lazy(() => import('./rooms/lending/portal/PortalPage'));
const MatchPage = lazy(() => import('./rooms/lending/products/MatchPage'));
const LoanMandatesPage = lazy(() => import('./rooms/lending/instant/MandatesPage'));
const MandatePage = lazy(() => import('./rooms/lending/instant/MandatePage'));
const NewMandatePage = lazy(() => import('./rooms/lending/instant/NewMandatePage'));
const InstantsPage = lazy(() => import('./rooms/lending/instant/InstantsPage'));
const InstantPage = lazy(() => import('./rooms/lending/instant/InstantPage'));
const FirmIndexPage = lazy(() => import('./rooms/lending/instant/FirmIndexPage'));
const PoliciesPage = lazy(() => import('./rooms/lending/policies/PoliciesPage'));
const PolicyPage = lazy(() => import('./rooms/lending/policies/PolicyPage'));
const IndexFilesPage = lazy(() => import('./rooms/lending/instant/IndexFilesPage'));
const FundFirstPage = lazy(() => import('./rooms/lending/instant/FundFirstPage'));
const TemplatesPage = lazy(() => import('./rooms/lending/templates/TemplatesPage'));
const TemplatePage = lazy(() => import('./rooms/lending/templates/TemplatePage'));
const ApplicationsPage = lazy(() => import('./rooms/lending/applications/ApplicationsPage'));
const ApplicationPage = lazy(() => import('./rooms/lending/applications/ApplicationPage'));
const RegistrationsPage = lazy(() => import('./rooms/lending/registration/RegistrationsPage'));
const RegistrationPage = lazy(() => import('./rooms/lending/registration/RegistrationPage'));
const PreCheckPage = lazy(() => import('./rooms/lending/registration/PreCheckPage'));
const AnswersPage = lazy(() => import('./rooms/lending/registration/AnswersPage'));
const LoansPage = lazy(() => import('./rooms/lending/loans/LoansPage'));
const LoanImportsPage = lazy(() => import('./rooms/lending/loans/LoanImportsPage'));
const LoanImportPage = lazy(() => import('./rooms/lending/loans/LoanImportPage'));
const VaultPage = lazy(() => import('./rooms/lending/vault/VaultPage'));
const ChecksPage = lazy(() => import('./rooms/lending/checks/ChecksPage'));
const PromisesPage = lazy(() => import('./rooms/lending/promises/PromisesPage'));
const DunningPage = lazy(() => import('./rooms/lending/loans/DunningPage'));
const BreachesPage = lazy(() => import('./rooms/lending/loans/BreachesPage'));
const LoanPage = lazy(() => import('./rooms/lending/loans/LoanPage'));
const FacilitiesPage = lazy(() => import('./rooms/lending/loans/FacilitiesPage'));
const FacilityPage = lazy(() => import('./rooms/lending/loans/FacilityPage'));
const DiligencesPage = lazy(() => import('./rooms/valuation/diligence/DiligencesPage'));
const DiligencePage = lazy(() => import('./rooms/valuation/diligence/DiligencePage'));
const NewDiligencePage = lazy(() => import('./rooms/valuation/diligence/NewDiligencePage'));
const AnalysesPage = lazy(() => import('./rooms/valuation/analysis/AnalysesPage'));
const AnalysisPage = lazy(() => import('./rooms/valuation/analysis/AnalysisPage'));
const ScorePage = lazy(() => import('./rooms/valuation/scores/ScorePage'));
const RubricsPage = lazy(() => import('./rooms/valuation/rubrics/RubricsPage'));
const RubricPage = lazy(() => import('./rooms/valuation/rubrics/RubricPage'));
const BenchmarkPage = lazy(() => import('./rooms/valuation/benchmark/BenchmarkPage'));
const SchemesPage = lazy(() => import('./rooms/policy/SchemesPage'));
const SchemePage = lazy(() => import('./rooms/policy/SchemePage'));
const AidsPage = lazy(() => import('./rooms/policy/AidsPage'));
const AidPage = lazy(() => import('./rooms/policy/AidPage'));
const FundsPage = lazy(() => import('./rooms/policy/FundsPage'));
const FundPage = lazy(() => import('./rooms/policy/FundPage'));
const ClaimPage = lazy(() => import('./rooms/policy/ClaimPage'));
const BudgetPage = lazy(() => import('./rooms/policy/BudgetPage'));
const NewAidPage = lazy(() => import('./rooms/policy/AidForm'));
const SchemeEditPage = lazy(() => import('./rooms/policy/SchemeEditPage'));
const CheckpointsPage = lazy(() => import('./rooms/evidence/checkpoints/CheckpointsPage'));
const ShelvesPage = lazy(() => import('./rooms/securitization/shelves/ShelvesPage'));

const router = createBrowserRouter([
  {
    element: (
      <SignedIn>
        <Frame />
      </SignedIn>
    ),
    children: [
      { path: '/', element: <HomePage /> },
      { path: '/deals', element: <DealsPage /> },
      { path: '/deals/:id', element: <DealPage /> },
      { path: '/deals/:id/:tab', element: <DealPage /> },
      { path: '/shelves', element: <ShelvesPage /> },
      { path: '/rights', element: <RightsPage /> },
      { path: '/rights/new', element: <NewRightPage /> },
      { path: '/rights/questions', element: <QuestionsPage /> },
      { path: '/rights/import', element: <ImportPage /> },
      { path: '/rights/sources', element: <SourcesPage /> },
      { path: '/rights/searches/:id', element: <OpenSearchPage /> },
      { path: '/rights/:id/score', element: <ScorePage /> },
      { path: '/rights/:id', element: <RightPage /> },
      { path: '/rights/:id/:tab', element: <RightPage /> },
      { path: '/firms', element: <FirmsPage /> },
      { path: '/firms/import', element: <FirmImportPage /> },
      { path: '/firms/:id', element: <FirmPage /> },
      { path: '/firms/:id/:tab', element: <FirmPage /> },
      { path: '/appraisals', element: <AppraisalsPage /> },
      { path: '/appraisals/new', element: <NewAppraisalPage /> },
      { path: '/appraisals/new/desk', element: <NewDeskPage /> },
      { path: '/appraisals/new/desk/:tab', element: <NewDeskPage /> },
      { path: '/appraisals/batches', element: <ValuationBatchesPage /> },
      { path: '/appraisals/batches/new', element: <NewBatchPage /> },
      { path: '/appraisals/batches/:id', element: <ValuationBatchPage /> },
      { path: '/appraisals/:id', element: <AppraisalPage /> },
      { path: '/appraisals/:id/:tab', element: <AppraisalPage /> },
      { path: '/pledges', element: <PledgesPage /> },
      { path: '/pledges/new', element: <NewPledgePage /> },
      { path: '/pledges/incidents', element: <IncidentsPage /> },
      { path: '/pledges/:id', element: <PledgePage /> },
      { path: '/pledges/:id/:tab', element: <PledgePage /> },
      { path: '/registrations', element: <RegistrationsPage /> },
      { path: '/registrations/precheck', element: <PreCheckPage /> },
      { path: '/registrations/answers', element: <AnswersPage /> },
      { path: '/registrations/:id', element: <RegistrationPage /> },
      { path: '/registrations/:id/:tab', element: <RegistrationPage /> },
      { path: '/facilities', element: <FacilitiesPage /> },
      { path: '/facilities/:id', element: <FacilityPage /> },
      { path: '/loans', element: <LoansPage /> },
      { path: '/certificates', element: <VaultPage /> },
      { path: '/loans/checks', element: <ChecksPage /> },
      { path: '/loans/promises', element: <PromisesPage /> },
      { path: '/loans/dunning', element: <DunningPage /> },
      { path: '/loans/imports', element: <LoanImportsPage /> },
      { path: '/loans/imports/:id', element: <LoanImportPage /> },
      { path: '/loans/breaches', element: <BreachesPage /> },
      { path: '/loans/:id', element: <LoanPage /> },
      { path: '/loans/:id/:tab', element: <LoanPage /> },
      { path: '/diligence', element: <DiligencesPage /> },
      { path: '/diligence/new', element: <NewDiligencePage /> },
      { path: '/diligence/:id', element: <DiligencePage /> },
      { path: '/diligence/:id/:tab', element: <DiligencePage /> },
      { path: '/analyses', element: <AnalysesPage /> },
      { path: '/analyses/:id', element: <AnalysisPage /> },
      { path: '/analyses/:id/:tab', element: <AnalysisPage /> },
      { path: '/rubrics', element: <RubricsPage /> },
      { path: '/rubrics/:code', element: <RubricPage /> },
      { path: '/rubrics/:code/:tab', element: <RubricPage /> },
      { path: '/benchmark', element: <BenchmarkPage /> },
      { path: '/lending', element: <Navigate replace to="/lending/applications" /> },
      { path: '/lending/products', element: <ProductsPage /> },
      { path: '/lending/products/:code', element: <ProductPage /> },
      { path: '/lending/products/:code/edit', element: <ProductEditPage /> },
      { path: '/loans/:id/share', element: <LoanSharePage /> },
      { path: '/match', element: <MatchRightsPage /> },
      { path: '/match/shortlists/:id', element: <ShortlistPage /> },
      { path: '/portal', element: <PortalPage /> },
      { path: '/lending/policies', element: <PoliciesPage /> },
      { path: '/lending/policies/:code', element: <PolicyPage /> },
      { path: '/lending/templates', element: <TemplatesPage /> },
      { path: '/lending/templates/:code', element: <TemplatePage /> },
      { path: '/lending/match', element: <MatchPage /> },
      { path: '/lending/mandates', element: <LoanMandatesPage /> },
      { path: '/lending/mandates/new', element: <NewMandatePage /> },
      { path: '/lending/mandates/:id', element: <MandatePage /> },
      { path: '/lending/instant', element: <InstantsPage /> },
      { path: '/lending/fund-first', element: <FundFirstPage /> },
      { path: '/lending/instant/:id', element: <InstantPage /> },
      { path: '/lending/indices', element: <IndexFilesPage /> },
      { path: '/lending/index/:firm', element: <FirmIndexPage /> },
      { path: '/lending/applications', element: <ApplicationsPage /> },
      { path: '/lending/applications/:id', element: <ApplicationPage /> },
      { path: '/policy', element: <Navigate replace to="/policy/schemes" /> },
      { path: '/policy/schemes', element: <SchemesPage /> },
      { path: '/policy/schemes/:kind/:code', element: <SchemePage /> },
      { path: '/policy/applications', element: <AidsPage /> },
      { path: '/policy/schemes/:kind/:code/edit', element: <SchemeEditPage /> },
      { path: '/policy/applications/new', element: <NewAidPage /> },
      { path: '/policy/applications/:id', element: <AidPage /> },
      { path: '/policy/funds', element: <FundsPage /> },
      { path: '/policy/funds/:id', element: <FundPage /> },
      { path: '/policy/claims/:id', element: <ClaimPage /> },
      { path: '/policy/budgets/:id', element: <BudgetPage /> },
      { path: '/ledger', element: <Navigate replace to="/ledger/books" /> },
      { path: '/ledger/books', element: <BooksPage /> },
      { path: '/ledger/books/:id', element: <BookPage /> },
      { path: '/ledger/books/:id/:tab', element: <BookPage /> },
      { path: '/ledger/accounts/:id', element: <AccountPage /> },
      { path: '/ledger/entries/:id', element: <EntryPage /> },
      { path: '/jobs', element: <JobsPage /> },
      { path: '/jobs/:id', element: <JobPage /> },
      { path: '/payments', element: <Navigate replace to="/payments/batches" /> },
      { path: '/payments/batches', element: <BatchesPage /> },
      { path: '/payments/batches/new', element: <BuildPage /> },
      { path: '/payments/batches/:id', element: <BatchPage /> },
      { path: '/payments/batches/:id/amend', element: <BuildPage /> },
      { path: '/payments/batches/:id/:tab', element: <BatchPage /> },
      { path: '/payments/statements', element: <StatementsPage /> },
      { path: '/payments/reconciliation', element: <ReconcilePage /> },
      { path: '/payments/accounts', element: <PayAccountsPage /> },
      { path: '/payments/accounts/:id', element: <PayAccountPage /> },
      { path: '/payments/differences', element: <DifferencesPage /> },
      { path: '/payments/files', element: <FilesPage /> },
      { path: '/evidence', element: <RecordsPage /> },
      { path: '/evidence/verify', element: <VerifyPage /> },
      { path: '/evidence/checkpoints', element: <CheckpointsPage /> },
      { path: '/evidence/:id', element: <RecordPage /> },
      { path: '/approvals', element: <InboxPage /> },
      { path: '/approvals/delegations', element: <DelegationsPage /> },
      { path: '/approvals/mandates', element: <MandatesPage /> },
      { path: '/approvals/routes', element: <RoutesPage /> },
      { path: '/approvals/routes/propose', element: <ProposePage /> },
      { path: '/approvals/:id', element: <CasePage /> },
      { path: '/access', element: <Navigate replace to="/access/users" /> },
      { path: '/access/users', element: <UsersPage /> },
      { path: '/access/users/:id', element: <UserPage /> },
      { path: '/access/roles', element: <RolesPage /> },
      { path: '/access/organisations', element: <OrganisationsPage /> },
      { path: '/access/conflicts', element: <ConflictsPage /> },
      { path: '/account', element: <SecurityPage /> },
      { path: '/account/:tab', element: <SecurityPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, reason) => reason instanceof ConnectionLost && count < 2, refetchOnWindowFocus: false },
  },
});

function Dressed() {
  const { language, theme } = usePreferences();
  const dress = useMemo(() => antTheme(theme), [theme]);
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={dress} componentSize="middle" button={{ autoInsertSpace: false }}>
      <AntApp>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}

export function App() {
  return (
    <PreferencesProvider>
      <QueryClientProvider client={queries}>
        <Dressed />
      </QueryClientProvider>
    </PreferencesProvider>
  );
}
