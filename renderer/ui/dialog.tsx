import { type ReactNode, use, useEffect } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { IconButton } from './button.tsx';
import { enterDialog } from './shortcut-registry.ts';
import { DialogDepth } from './shortcuts.tsx';
import './dialog.css';

/**
 * A dialog over the screen. Focus stays inside and returns where it was; Escape closes it, unless
 * `onClose` is absent: then only an answer does.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose?: () => void;
  readonly children: ReactNode;
  /** The answers, at the foot: the one to choose last. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'wide';
}) {
  const { ui } = useMessages();
  const { onClose } = props;
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.();
      }}
    >
      <Modal className={`dialog dialog-${props.width ?? 'narrow'}`}>
        <AriaDialog
          className="dialog-body"
          {...(onClose === undefined ? { role: 'alertdialog' as const } : {})}
        >
          <header className="dialog-head">
            <Heading slot="title">{props.title}</Heading>
            {onClose === undefined ? null : (
              <IconButton icon="close" label={ui.close} onPress={onClose} />
            )}
          </header>
          <Deeper>
            {props.children}
            {props.actions === undefined ? null : (
              <footer className="dialog-actions">{props.actions}</footer>
            )}
          </Deeper>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Deeper({ children }: { readonly children: ReactNode }) {
  const depth = use(DialogDepth) + 1;
  useEffect(() => enterDialog(), []);
  return <DialogDepth value={depth}>{children}</DialogDepth>;
}
