import { Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { raiseConflict } from '../../../api/people';
import { useDeals } from '../../../api/queries';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { usePeopleWrite } from '../usePeopleWrite';

/** Reports that one organisation has several roles of one record. */
export function RaiseConflict({ onClose }: { onClose: () => void }) {
  const t = useT();
  const write = usePeopleWrite(onClose);
  const [query, setQuery] = useState('');
  const deals = useDeals({ query, page: 1, pageSize: 50 });
  const [values, setValues] = useState({ deal: true, subjectKind: '', subjectId: '', party: '', roles: [] as string[], note: '' });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const kind = values.deal ? 'deal' : values.subjectKind.trim();
  const ready = kind !== '' && values.subjectId !== '' && values.party.trim() !== '' && values.roles.length >= 2 && values.note.trim() !== '';
  const raise = async () => {
    const body = { subjectKind: kind, subjectId: values.subjectId, party: values.party.trim(), roles: values.roles, note: values.note.trim() };
    if (await write.run(() => raiseConflict(body), () => t('conflicts.raised'))) onClose();
  };
  return (
    <Modal open title={t('conflicts.raise')} okText={t('conflicts.raise')} cancelText={t('shell.cancel')} confirmLoading={write.busy} okButtonProps={{ disabled: !ready }} onOk={() => void raise()} onCancel={onClose}>
      <Form layout="vertical" style={{ marginTop: 12 }}>
        <OtherFindings findings={write.findings} fields={['subjectKind', 'subjectId', 'party', 'roles', 'note']} />
        <Form.Item label={t('conflicts.subject')}>
          <Radio.Group value={values.deal} onChange={event => set({ deal: event.target.value as boolean, subjectId: '' })}>
            <Radio value>{t('conflicts.subject.deal')}</Radio>
            <Radio value={false}>{t('conflicts.subject.other')}</Radio>
          </Radio.Group>
        </Form.Item>
        {values.deal ? (
          <Field label={t('conflicts.subject.deal')} id="conflict-deal" name="subjectId" findings={write.findings}>
            <Select id="conflict-deal" showSearch filterOption={false} onSearch={setQuery} value={values.subjectId === '' ? null : values.subjectId} options={(deals.data?.items ?? []).map(deal => ({ value: deal.id, label: t.either(deal.nameZh, deal.nameEn) }))} onChange={(subjectId: string) => set({ subjectId })} />
          </Field>
        ) : (
          <>
            <Field label={t('conflicts.subject.kind')} id="conflict-kind" name="subjectKind" findings={write.findings}>
              <Input id="conflict-kind" maxLength={40} value={values.subjectKind} onChange={event => set({ subjectKind: event.target.value })} />
            </Field>
            <Field label={t('conflicts.subject.id')} id="conflict-id" name="subjectId" findings={write.findings}>
              <Input id="conflict-id" maxLength={100} value={values.subjectId} onChange={event => set({ subjectId: event.target.value.trim() })} />
            </Field>
          </>
        )}
        <Field label={t('conflicts.party')} id="conflict-party" name="party" findings={write.findings}>
          <Input id="conflict-party" maxLength={100} value={values.party} onChange={event => set({ party: event.target.value })} />
        </Field>
        <Field label={t('conflicts.roles')} id="conflict-roles" name="roles" findings={write.findings} extra={t('conflicts.roles.help')}>
          <Select id="conflict-roles" mode="tags" tokenSeparators={[',', '，', '、', ';']} open={false} suffixIcon={null} value={values.roles} onChange={roles => set({ roles })} />
        </Field>
        <Field label={t('conflicts.what')} id="conflict-note" name="note" findings={write.findings}>
          <Input.TextArea id="conflict-note" rows={3} maxLength={1000} value={values.note} onChange={event => set({ note: event.target.value })} />
        </Field>
      </Form>
    </Modal>
  );
}
