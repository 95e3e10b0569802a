import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createDeal } from '../../../api/desk';
import { keys } from '../../../api/queries';
import { parseDate, parseMoney } from '../../../format';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';
import { blankDeal } from './blankDeal';
import { markets, structures } from './DealFilters';
import styles from './DealsPage.module.css';

interface Fields {
  code: string;
  name: string;
  market: string;
  structure: string;
  size: string;
  closing: string;
  maturity: string;
}

export function NewDeal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refused = useFailureNotice();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const required = { required: true, message: t('deals.new.required') };
  const readable = (read: (text: string) => unknown, message: string) => ({
    validator: (_: unknown, text: string | undefined) =>
      text === undefined || text === '' || read(text) !== null ? Promise.resolve() : Promise.reject(new Error(message)),
  });

  const create = async (fields: Fields) => {
    const [size, closing, maturity] = [parseMoney(fields.size), parseDate(fields.closing), parseDate(fields.maturity)];
    if (size === null || closing === null || maturity === null) return;
    setBusy(true);
    try {
      const text = blankDeal({ ...fields, size, closing, maturity, obligor: t('deals.new.obligor'), note: t('deals.new.note.supposed') });
      const deal = await createDeal(text, t('deals.new.reason'));
      await queries.invalidateQueries({ queryKey: keys.deals });
      void navigate(`/deals/${deal.id}/terms`);
    } catch (reason) {
      refused(reason);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open={open}
      title={t('deals.new')}
      okText={t('deals.new.create')}
      cancelText={t('shell.cancel')}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className={styles['help']}>{t('deals.new.note')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ market: 'SZSE', structure: 'pledge_loan' }}
        onFinish={fields => void create(fields)}
        style={{ marginTop: 12 }}
      >
        <Form.Item name="code" label={t('deals.code')} rules={[required, { pattern: /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, message: t('deals.new.codeHelp') }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('deals.name')} rules={[required]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="market" label={t('deals.market')}>
          <Select options={markets.map(value => ({ value, label: t.code('market', value) }))} />
        </Form.Item>
        <Form.Item name="structure" label={t('deals.structure')}>
          <Select options={structures.map(value => ({ value, label: t.code('structure', value) }))} />
        </Form.Item>
        <Form.Item name="size" label={t('deals.new.size')} extra={t('deals.new.sizeHelp')} rules={[required, readable(parseMoney, t('deals.new.badMoney'))]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="closing" label={t('deals.closing')} extra={t('deals.new.dateHelp')} rules={[required, readable(parseDate, t('deals.new.badDate'))]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="maturity"
          label={t('deals.maturity')}
          dependencies={['closing']}
          rules={[
            required,
            readable(parseDate, t('deals.new.badDate')),
            ({ getFieldValue }) => ({
              validator: (_: unknown, text: string) =>
                (parseDate(text ?? '') ?? '9999') > (parseDate(String(getFieldValue('closing') ?? '')) ?? '')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('deals.new.badOrder'))),
            }),
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
