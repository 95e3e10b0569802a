import { App } from 'antd';
import { useCallback, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, ApprovalAsked, ConnectionLost } from '../api/problem';
import { useT } from '../words';

/** Says why something the person asked for was not done, or not yet, without leaving the page. */
export function useFailureNotice(): (reason: unknown) => void {
  const t = useT();
  const { notification } = App.useApp();
  const navigate = useNavigate();
  return useCallback(
    (reason: unknown) => {
      if (reason instanceof ConnectionLost) {
        notification.warning({ message: t('shell.lost.title'), description: t('shell.lost.write'), duration: 8 });
        return;
      }
      if (reason instanceof ApprovalAsked) {
        const to = `/approvals/${reason.approval}`;
        const open = (event: MouseEvent) => {
          event.preventDefault();
          notification.destroy(to);
          void navigate(to);
        };
        // Notices stand outside the router: a link of its own leads there.
        const link = <a href={to} onClick={open}>{t('shell.asked.open')}</a>;
        notification.info({ key: to, message: t('shell.asked.title'), description: link, duration: 20 });
        return;
      }
      const message = reason instanceof Error ? reason.message : String(reason);
      const details =
        reason instanceof ApiProblem
          ? [reason.code, reason.requestId === null ? null : t('shell.requestId', { id: reason.requestId })].filter(part => part !== null)
          : [];
      notification.error({ message, description: details.join(' · '), duration: 10 });
    },
    [navigate, notification, t],
  );
}
