import type { Api } from '#renderer/api/api.tsx';
import type { useSeenChange } from '#renderer/api/use-seen-change.ts';

/** What every dialog about the selected accounts is given. */
export interface AccountsDialog {
  readonly meant: Parameters<Api['backend']['bulk']['lookAtAccounts']>[0];
  readonly changes: ReturnType<typeof useSeenChange>;
  readonly onClose: () => void;
}
