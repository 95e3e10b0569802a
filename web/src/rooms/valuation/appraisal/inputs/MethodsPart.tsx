import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Collapse, Dropdown, Popconfirm } from 'antd';
import { Amount } from '../../../../shell/Amount';
import { Panel } from '../../../../shell/Panel';
import { StateMark } from '../../../../shell/StateMark';
import { useAddress } from '../../../../shell/useAddress';
import { useT } from '../../../../words';
import { methods } from '../../codes';
import { methodName } from '../../labels';
import { items, text } from '../../request';
import { findingsAt, type DeskProps } from '../desk';
import { withoutMethod } from '../withoutMethod';
import { MethodFields } from './MethodFields';

const rest = { method: '' };

/** The methods of the request, each with its inputs; what comes of it stands in its head. */
export function MethodsPart(desk: DeskProps) {
  const t = useT();
  const { working, live, may } = desk;
  const [address, change] = useAddress(rest);
  const all = items(working.request['methods']);
  const result = live.calculation?.result;
  const add = (method: string) => {
    const id = all.every(one => one['id'] !== method) ? method : `${method}-${all.length + 1}`;
    working.set('methods', [...all, { id, method }]);
    change({ method: id });
  };
  const remove = (id: string) => working.replace(withoutMethod(working.request, id));
  return (
    <Panel
      title={t('valueKey.methods')}
      note={t('value.methods.note')}
      extra={
        may && (
          <Dropdown trigger={['click']} menu={{ items: methods.map(method => ({ key: method, label: t(`valueMethod.${method}`) })), onClick: ({ key }) => add(key) }}>
            <Button size="small" icon={<PlusOutlined />}>
              {t('value.methods.add')}
            </Button>
          </Dropdown>
        )
      }
    >
      <Collapse
        collapsible="header"
        activeKey={address.method === '' ? [] : [address.method]}
        onChange={keys => change({ method: keys.find(key => key !== address.method) ?? '' })}
        items={all.map(one => {
          const id = text(one['id']);
          const computed = result?.methods.find(method => method.id === id);
          const bad = findingsAt(live.findings, `methods.${id}`, true).length;
          return {
            key: id,
            label: methodName(t, working.request, id),
            extra: (
              <span>
                {bad > 0 ? <StateMark tone="red">{t('value.faults', { count: bad })}</StateMark> : computed === undefined ? <StateMark tone="amber">{t('shell.unknown')}</StateMark> : <Amount value={computed.value} />}
                {may && (
                  <Popconfirm title={t('value.methods.remove.ask', { name: methodName(t, working.request, id) })} okText={t('value.methods.remove')} cancelText={t('shell.cancel')} onConfirm={() => remove(id)}>
                    <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('value.methods.remove.of', { name: methodName(t, working.request, id) })} />
                  </Popconfirm>
                )}
              </span>
            ),
            children: address.method === id ? <MethodFields {...desk} id={id} method={text(one['method'])} /> : null,
          };
        })}
      />
    </Panel>
  );
}
