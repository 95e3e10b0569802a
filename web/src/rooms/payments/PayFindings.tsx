import type { Finding } from '../../api/types';
import { FindingList } from '../securitization/FindingList';
import { placed } from './placed';

/** What was found of a batch, a table or a file, each at its payment's number. */
export function PayFindings({ findings }: { findings: readonly Finding[] }) {
  return <FindingList findings={findings.map(placed)} />;
}
