import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { useAppraisal } from '../../../api/valuationQueries';
import type { AppraisalDetail } from '../../../api/valuationTypes';
import { Failure } from '../../../shell/Failure';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useT } from '../../../words';
import { AppraisalDesk } from './AppraisalDesk';

/** One appraisal on its workbench. */
export default function AppraisalPage() {
  const t = useT();
  const { id = '', tab = '' } = useParams();
  const found = useAppraisal(id);
  if (found.data !== undefined) return <Opened key={id} detail={found.data} tab={tab} />;
  return found.isError ? (
    <>
      <Link to="/appraisals">← {t('appraisals.title')}</Link>
      <Failure reason={found.error} onRetry={() => void found.refetch()} />
    </>
  ) : (
    <PageSkeleton rows={12} />
  );
}

function Opened({ detail, tab }: { detail: AppraisalDetail; tab: string }) {
  const { row, request } = detail;
  const head = useMemo(() => ({ name: row.name, firmId: row.firmId, firmName: row.firmName, request, baseVersion: row.version, baseName: row.name, baseRequest: request, missing: [] }), [row, request]);
  return <AppraisalDesk detail={detail} head={head} place={{ shelf: row.id, path: `/appraisals/${row.id}` }} tab={tab} />;
}
