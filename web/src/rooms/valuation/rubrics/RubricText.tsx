import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { RubricExamined } from '../../../api/scoreTypes';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import type { Broken } from '../../securitization/terms/document';

const YamlEditor = lazy(() => import('../../securitization/terms/yaml/YamlEditor'));

interface Props {
  text: string;
  findings: RubricExamined['findings'];
  broken: Broken | null;
  /** Null where nobody is writing. */
  onText: ((text: string) => void) | null;
}

/** The text of a rubric; what is wrong in a draft is named by its line. */
export function RubricText({ text, findings, broken, onText }: Props) {
  const t = useT();
  return (
    <Panel title={t('rubrics.text')} note={t('rubrics.text.note')}>
      {onText === null ? <pre translate="no" style={{ overflowX: 'auto', margin: 0 }} tabIndex={0}>{text}</pre> : (
        <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 14 }} />}>
          <YamlEditor text={text} onText={onText} findings={findings} broken={broken} target={null} label={t('rubrics.text')} />
        </Suspense>
      )}
    </Panel>
  );
}
