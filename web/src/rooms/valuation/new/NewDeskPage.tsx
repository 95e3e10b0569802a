import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { AppraisalDesk } from '../appraisal/AppraisalDesk';
import { readShelf, unsaved } from '../appraisal/draftShelf';

/** The workbench of an appraisal nobody saved yet; it lives in this browser until it is. */
export default function NewDeskPage() {
  const { tab = '' } = useParams();
  const [draft] = useState(() => readShelf(localStorage, unsaved));
  return draft === null ? <Navigate replace to="/appraisals/new" /> : <AppraisalDesk detail={null} head={draft} place={{ shelf: unsaved, path: '/appraisals/new/desk' }} tab={tab} />;
}
