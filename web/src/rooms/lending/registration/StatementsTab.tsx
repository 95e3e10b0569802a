import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { stateGround } from '../../../api/lending';
import { lendingKeys } from '../../../api/lendingQueries';
import type { GroundStatement, RegistrationDetail } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Nothing } from '../../../shell/Nothing';
import { useMay } from '../../../shell/useMe';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { today } from '../../today';
import styles from '../Lending.module.css';

const kinds = ['confirmation', 'declaration', 'consent'] as const;

/** What somebody declared, agreed to or confirmed; each stands beside the others. */
export function StatementsTab({ detail, grounds }: { detail: RegistrationDetail; grounds: readonly { code: string; title: string }[] }) {
  const t = useT();
  const may = useMay('lending.registration.state');
  const [open, setOpen] = useState(false);
  const numbers = new Map(detail.items.map(item => [item.rightId, item.number]));
  return (
    <div className={styles['stack']}>
      {may && (
        <div>
          <Button icon={<PlusOutlined />} onClick={() => setOpen(true)}>
            {t('groundSaid.new')}
          </Button>
        </div>
      )}
      <Table<GroundStatement>
        className={styles['table'] ?? ''}
        size="small"
        rowKey="n"
        pagination={false}
        dataSource={detail.statements}
        locale={{ emptyText: <Nothing>{t('groundSaid.empty')}</Nothing> }}
        scroll={{ x: 760 }}
        columns={[
          { title: t('groundSaid.kind'), width: 140, render: (_, one) => t(`statementKind.${one.kind}`) },
          { title: t('groundSaid.ground'), width: 90, render: (_, one) => <code>{one.ground}</code> },
          { title: t('groundSaid.right'), width: 190, render: (_, one) => (one.rightId === null ? t('groundSaid.right.all') : <span translate="no">{numbers.get(one.rightId)}</span>) },
          { title: t('groundSaid.who'), width: 160, render: (_, one) => <span translate="no">{one.who}</span> },
          { title: t('groundSaid.document'), render: (_, one) => one.document },
          { title: t('registration.on'), width: 110, render: (_, one) => formatDate(one.on) },
        ]}
      />
      {open && <NewStatement detail={detail} grounds={grounds} onClose={() => setOpen(false)} />}
    </div>
  );
}

function NewStatement({ detail, grounds, onClose }: { detail: RegistrationDetail; grounds: readonly { code: string; title: string }[]; onClose: () => void }) {
  const t = useT();
  const write = useWriting([lendingKeys, ['evidence']], onClose);
  const [kind, setKind] = useState<string>('confirmation');
  const [ground, setGround] = useState('');
  const [right, setRight] = useState('');
  const [who, setWho] = useState('');
  const [document, setDocument] = useState('');
  const [on, setOn] = useState(today());
  const save = async () => {
    const done = await write.run(() => stateGround(detail.row.id, { kind, ground, who: who.trim(), document: document.trim(), on, rightId: right === '' ? null : right }), () => t('groundSaid.done'));
    if (done) onClose();
  };
  return (
    <Modal open width={640} title={t('groundSaid.new')} okText={t('groundSaid.new')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: ground === '' || who.trim() === '' || document.trim() === '' }} onOk={() => void save()} onCancel={onClose}>
      <Form layout="vertical">
        <OtherFindings findings={write.findings} fields={['kind', 'ground', 'who', 'document', 'on', 'rightId']} />
        <div className={styles['grid']}>
          <Field label={t('groundSaid.kind')} id="statement-kind" name="kind" findings={write.findings}>
            <Select id="statement-kind" value={kind} onChange={setKind} options={kinds.map(one => ({ value: one, label: t(`statementKind.${one}`) }))} />
          </Field>
          <Field label={t('registration.on')} id="statement-on" name="on" findings={write.findings}>
            <DayField id="statement-on" value={on} max={today()} clearable={false} onChange={setOn} />
          </Field>
          <div className={styles['wide']}>
            <Field label={t('groundSaid.ground')} id="statement-ground" name="ground" findings={write.findings}>
              <Select id="statement-ground" value={ground === '' ? null : ground} onChange={setGround} options={grounds.map(one => ({ value: one.code, label: `${one.code} ${one.title}` }))} />
            </Field>
          </div>
          <div className={styles['wide']}>
            <Field label={t('groundSaid.right')} id="statement-right" name="rightId" findings={write.findings}>
              <Select id="statement-right" showSearch optionFilterProp="label" value={right} onChange={setRight} options={[{ value: '', label: t('groundSaid.right.all') }, ...detail.items.map(item => ({ value: item.rightId, label: `${item.number} ${item.title}` }))]} />
            </Field>
          </div>
          <Field label={t('groundSaid.who')} id="statement-who" name="who" findings={write.findings}>
            <Input id="statement-who" value={who} translate="no" onChange={event => setWho(event.target.value)} />
          </Field>
          <Field label={t('groundSaid.document')} id="statement-document" name="document" findings={write.findings}>
            <Input id="statement-document" value={document} onChange={event => setDocument(event.target.value)} />
          </Field>
        </div>
      </Form>
    </Modal>
  );
}
