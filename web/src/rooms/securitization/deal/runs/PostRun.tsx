import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { postRun } from '../../../../api/ledger';
import { useBooks, useRunPlanned } from '../../../../api/ledgerQueries';
import { formatMoney } from '../../../../format';
import { useT } from '../../../../words';
import { Field, OtherFindings } from '../../../ledger/FieldNotes';
import { useWrite } from '../../../ledger/useWrite';

interface Deal {
  code: string;
  name: string;
}

function useChoice(deal: Deal, typed: string) {
  const books = useBooks({ kind: 'plan', query: typed, sort: 'code', page: 1, pageSize: 50 });
  const list = books.data?.items ?? [];
  const same = list.find(book => book.code === deal.code);
  const [way, setWay] = useState<'existing' | 'new' | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [code, setCode] = useState(deal.code);
  const [name, setName] = useState(deal.name);
  const chosen = way ?? (list.length > 0 || typed !== '' ? 'existing' : 'new');
  const bookId = chosen === 'existing' ? (picked ?? same?.id ?? null) : null;
  const ready = chosen === 'existing' ? bookId !== null : code.trim() !== '' && name.trim() !== '';
  return { books, list, chosen, setWay, bookId, setPicked, code, setCode, name, setName, ready };
}

function PostDialog({ runId, deal, onClose }: { runId: string; deal: Deal; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const write = useWrite(onClose);
  const [typed, setTyped] = useState('');
  const choice = useChoice(deal, typed);
  const { chosen, bookId } = choice;
  const post = async () => {
    let book = '';
    const done = await write.run(
      async () => {
        const answer = await postRun(runId, chosen === 'existing' ? { bookId, code: null, name: null } : { bookId: null, code: choice.code.trim(), name: choice.name.trim() });
        book = answer.book.id;
        return answer;
      },
      answer => t('runPost.done', { planned: answer.planned, total: formatMoney(answer.total, 'yuan') }),
    );
    if (!done) return;
    onClose();
    void navigate(`/ledger/books/${book}/planned`);
  };
  return (
    <Modal open title={t('runPost.button')} okText={t('runPost.button')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !choice.ready }} onOk={() => void post()} onCancel={onClose}>
      <p className="soft">{t('runPost.note')}</p>
      <p className="soft">{t('runPost.replace')}</p>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['bookId', 'code', 'name']} />
        <Form.Item label={t('runPost.into')}>
          <Radio.Group
            value={chosen}
            onChange={event => choice.setWay(event.target.value === 'new' ? 'new' : 'existing')}
            options={[
              { value: 'existing', label: t('runPost.existing') },
              { value: 'new', label: t('runPost.new') },
            ]}
          />
        </Form.Item>
        {chosen === 'existing' ? (
          <Field label={t('runPost.choose')} id="run-book" name="bookId" findings={write.findings}>
            <Select
              id="run-book"
              showSearch
              filterOption={false}
              onSearch={setTyped}
              loading={choice.books.isFetching}
              placeholder={t('books.search')}
              value={bookId}
              options={choice.list.map(book => ({ value: book.id, label: `${book.code} ${book.name}` }))}
              onChange={choice.setPicked}
            />
          </Field>
        ) : (
          <>
            <Field label={t('books.code')} id="run-code" name="code" findings={write.findings}>
              <Input id="run-code" value={choice.code} maxLength={40} onChange={event => choice.setCode(event.target.value)} />
            </Field>
            <Field label={t('books.name')} id="run-name" name="name" findings={write.findings}>
              <Input id="run-name" value={choice.name} maxLength={100} onChange={event => choice.setName(event.target.value)} />
            </Field>
          </>
        )}
      </Form>
    </Modal>
  );
}

/** Payments of a kept run become planned entries of a plan's book; afterwards the way to that book. */
export function PostRun({ runId, deal }: { runId: string; deal: Deal }) {
  const t = useT();
  const planned = useRunPlanned(runId);
  const [open, setOpen] = useState(false);
  const { bookId = null, planned: count = 0, matched = 0 } = planned.data ?? {};
  return (
    <>
      {bookId === null ? (
        <Button size="small" disabled={planned.data === undefined} onClick={() => setOpen(true)}>
          {t('runPost.button')}
        </Button>
      ) : (
        <Link to={`/ledger/books/${bookId}/planned`} title={t('runPost.state', { planned: count, matched })}>
          {t('runPost.open')}
        </Link>
      )}
      {open && <PostDialog runId={runId} deal={deal} onClose={() => setOpen(false)} />}
    </>
  );
}
