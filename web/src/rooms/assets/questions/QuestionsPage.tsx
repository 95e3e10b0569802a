import { CloseOutlined } from '@ant-design/icons';
import { Button, Segmented, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuestions } from '../../../api/rightQueries';
import type { RightQuestion } from '../../../api/rightTypes';
import { formatInstant, none } from '../../../format';
import { Failure } from '../../../shell/Failure';
import { Nothing } from '../../../shell/Nothing';
import { PageHead } from '../../../shell/PageHead';
import { PageSkeleton } from '../../../shell/PageSkeleton';
import { PlacePaging } from '../../../shell/PlacePaging';
import { useAddress } from '../../../shell/useAddress';
import { useMay } from '../../../shell/useMe';
import { useT, type Translate } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Assets.module.css';
import { AnswerDialog } from '../forms/AnswerDialog';

const rest = { shown: 'open', source: '', place: '', pageSize: 50 };

/** What only a person can say about rights, oldest first, and what was said. */
export default function QuestionsPage() {
  const t = useT();
  const [address, change] = useAddress(rest);
  const may = useMay('assets.question.answer');
  const [asked, setAsked] = useState<RightQuestion | null>(null);
  const { shown, ...paged } = address;
  const questions = useQuestions({ ...paged, open: shown !== 'answered' });
  return (
    <>
      <PageHead title={t('rights.questions')} back={<Link to="/rights">← {t('rights.title')}</Link>} state={questions.data === undefined ? undefined : t(questions.data.more ? 'questions.total.more' : 'shell.total', { count: questions.data.total })} />
      <div className={styles['filters']}>
        <Segmented
          aria-label={t('questions.shown')}
          value={shown === 'answered' ? 'answered' : 'open'}
          onChange={next => change({ shown: next })}
          options={[
            { value: 'open', label: t('questions.open') },
            { value: 'answered', label: t('questions.answered') },
          ]}
        />
        {paged.source !== '' && (
          <span className={styles['chip']}>
            {t('rights.source.only')}
            <Button type="text" size="small" icon={<CloseOutlined />} aria-label={`${t('books.clear')} ${t('rights.source.only')}`} onClick={() => change({ source: '' })} />
          </span>
        )}
      </div>
      {questions.isError && <Failure reason={questions.error} onRetry={() => void questions.refetch()} />}
      {questions.isPending && <PageSkeleton rows={8} />}
      {questions.data !== undefined && !questions.isError && (
        <Table<RightQuestion>
          className={styles['table'] ?? ''}
          size="small"
          rowKey="id"
          columns={questionColumns(t, may ? setAsked : null)}
          dataSource={questions.data.items}
          loading={questions.isPlaceholderData}
          locale={{ emptyText: <Nothing>{t(shown === 'answered' ? 'questions.empty.answered' : 'questions.empty')}</Nothing> }}
          scroll={{ x: 960 }}
          pagination={false}
        />
      )}
      {questions.data !== undefined && !questions.isError && questions.data.items.length > 0 && (
        <PlacePaging previous={questions.data.previous} next={questions.data.next} pageSize={address.pageSize} total={t(questions.data.more ? 'questions.total.more' : 'shell.total', { count: questions.data.total })} onChange={change} />
      )}
      {asked !== null && <AnswerDialog question={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function questionColumns(t: Translate, answer: ((question: RightQuestion) => void) | null): ColumnsType<RightQuestion> {
  return [
    { title: t('rights.number'), width: 240, render: (_, question) => <Two first={<Link to={`/rights/${question.rightId}`}>{question.rightNumber}</Link>} second={question.rightTitle} /> },
    { title: t('questions.kind'), width: 150, render: (_, question) => question.kindTitle },
    { title: t('questions.text'), render: (_, question) => question.text },
    { title: t('questions.askedAt'), width: 140, render: (_, question) => formatInstant(question.askedAt) },
    {
      title: t('questions.answer'),
      width: 220,
      render: (_, question) =>
        question.open ? (
          answer === null ? (
            none
          ) : (
            <Button size="small" onClick={() => answer(question)}>
              {t('right.question.answer')}
            </Button>
          )
        ) : (
          <Two first={question.answer === null ? none : t.code('rightEffect', question.answer)} second={[question.note, question.answeredBy === null ? '' : t.code('person', question.answeredBy)].filter(part => part !== '').join(' · ')} />
        ),
    },
  ];
}
