import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { MergeComparison } from './merge-comparison.tsx';
import { PickClient } from './pick-client.tsx';
import { mergeWidth } from './widths.ts';

export interface MergeChoice {
  readonly keptId: string;
  readonly otherId: string;
}

interface MergeDialogProps {
  readonly keptId: string;
  /** Left out while it is to be chosen. */
  readonly otherId?: string | undefined;
  readonly onClose: () => void;
}

/** Puts one client into another: both side by side, a choice where they differ, and what moves. */
export function MergeDialog({ keptId, otherId, onClose }: MergeDialogProps) {
  const [picked, setPicked] = useState(otherId);
  if (picked === undefined) return <PickClient clientId={keptId} onPick={setPicked} onClose={onClose} />;
  return <Comparing {...{ keptId, onClose }} otherId={picked} />;
}

function Comparing({ keptId, otherId, onClose }: MergeChoice & Pick<MergeDialogProps, 'onClose'>) {
  const t = useT();
  const { query } = useApi();
  const [clients, setClients] = useState<MergeChoice>({ keptId, otherId });
  const preview = useQuery(query.clients.mergePreview.queryOptions({ input: clients }));
  if (preview.data === undefined) {
    return (
      <DialogFrame opened width={mergeWidth} onClose={onClose} title={t('duplicates.dialog.title')}>
        {preview.error ? (
          <QueryFailure error={preview.error} onRetry={() => void preview.refetch()} />
        ) : (
          <SkeletonRows count={8} />
        )}
      </DialogFrame>
    );
  }
  return (
    <MergeComparison
      key={clients.keptId}
      preview={preview.data}
      onSwap={() => setClients({ keptId: clients.otherId, otherId: clients.keptId })}
      onClose={onClose}
    />
  );
}
