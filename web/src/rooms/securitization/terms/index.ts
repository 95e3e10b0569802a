export { TermsTab } from './TermsTab';
