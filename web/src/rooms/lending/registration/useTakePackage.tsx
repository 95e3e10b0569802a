import { App } from 'antd';
import { useState } from 'react';
import { fetchFile } from '../../../api/ask';
import { ApiProblem } from '../../../api/problem';
import { useFailureNotice } from '../../../shell/useFailureNotice';
import { useT } from '../../../words';

/** Takes a filing package away; where the machine cannot print it comes without the PDF, and that is said. */
export function useTakePackage() {
  const t = useT();
  const { message } = App.useApp();
  const failed = useFailureNotice();
  const [busy, setBusy] = useState<string | null>(null);
  const take = async (id: string, name: string) => {
    setBusy(id);
    try {
      const path = `/registrations/${id}/package.zip`;
      const found = await fetchFile(path).catch(async (reason: unknown) => {
        if (!(reason instanceof ApiProblem) || !reason.findings.some(one => one.code.startsWith('OFF-02'))) throw reason;
        const without = await fetchFile(`${path}?pdf=false`);
        void message.warning(t('registration.package.noPdf'));
        return without;
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([found.bytes], { type: 'application/zip' }));
      link.download = found.name ?? `${name}.zip`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (reason) {
      failed(reason);
    } finally {
      setBusy(null);
    }
  };
  return { busy, take };
}
