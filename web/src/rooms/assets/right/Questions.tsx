import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { RightProfile, RightQuestion } from '../../../api/rightTypes';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { AnswerDialog } from '../forms/AnswerDialog';

/** What only a person can say about the right, with the way to say it. */
export function Questions({ profile }: { profile: RightProfile }) {
  const t = useT();
  const may = useMay('assets.question.answer');
  const [asked, setAsked] = useState<RightQuestion | null>(null);
  const open = profile.questions.filter(question => question.open);
  return (
    <>
      {open.map(question => (
        <Alert
          key={question.id}
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          message={t('right.question', { kind: question.kindTitle, text: question.text })}
          action={
            may ? (
              <Button size="small" onClick={() => setAsked(question)}>
                {t('right.question.answer')}
              </Button>
            ) : undefined
          }
        />
      ))}
      {asked !== null && <AnswerDialog question={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
