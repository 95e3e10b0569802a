import { Navigate, useParams } from 'react-router';
import { useSearch } from '../../../api/searches';
import { Failure } from '../../../shell/Failure';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { useT } from '../../../words';
import { addressOf, pathOf } from './rightsAddress';

/** The link of a kept search: leads to the register as the search asks it. */
export default function OpenSearchPage() {
  const t = useT();
  const search = useSearch(useParams()['id'] ?? '');
  if (search.data !== undefined) return <Navigate replace to={pathOf(addressOf(search.data))} />;
  return (
    <>
      <PageHead title={t('rights.title')} />
      {search.isError ? <Failure reason={search.error} onRetry={() => void search.refetch()} /> : <PageSkeleton rows={10} />}
    </>
  );
}
