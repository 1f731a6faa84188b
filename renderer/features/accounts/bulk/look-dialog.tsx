import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { Checking } from '#renderer/components/checking.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useAfter } from '#renderer/components/use-after.ts';

interface LookDialogProps {
  readonly title: string;
  /** Null while the look is not there yet. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** A look that comes sooner is not announced. */
const quietMs = 300;

/** Stands where a dialog about the selected accounts will, until they were looked at. */
export function LookDialog({ title, error, onRetry, onClose }: LookDialogProps) {
  const isLong = useAfter(quietMs);
  if (error === null && !isLong) return null;
  return (
    <FormDialog title={title} canSave={false} onSave={() => Promise.resolve(false)} onClose={onClose}>
      {error === null ? (
        <Checking unit="accounts" progress={null} />
      ) : (
        <QueryFailure error={error} onRetry={onRetry} />
      )}
    </FormDialog>
  );
}
