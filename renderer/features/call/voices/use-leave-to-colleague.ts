import { useLocation } from 'wouter';
import { useMessages } from '../../../i18n/messages.tsx';
import { announce } from '../../../ui/announcer.tsx';

/** The record went with the call: there is nothing left to do on its screen. */
export function useLeaveToColleague(): (name: string) => void {
  const { conversation } = useMessages();
  const [, navigate] = useLocation();
  return (name) => {
    announce(conversation.passed(name));
    navigate('/appel');
  };
}
