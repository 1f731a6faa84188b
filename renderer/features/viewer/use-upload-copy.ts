import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useMark } from '#renderer/api/hand-out/mark-fields.tsx';
import { useOccasion } from '#renderer/api/hand-out/occasion-fields.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { showToast } from '#renderer/components/toast.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { usePaper } from './paper-context.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { OpenPane } from './use-pane.ts';
import type { OpenQuality } from './use-quality.ts';
import { paperName } from './version-words.ts';

/** A part of the page in shares of it. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const cropWays = ['none', 'edge', 'hand'] as const;
type CropWay = (typeof cropWays)[number];

/** Less is hardly seen and within what the measure is off, and turning the picture would only blur it. */
const leastSkew = 1;
const whole: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** The copy of the page in sight as it would be handed in, and what is wished of it. */
export function useUploadCopy(
  version: PaperVersion,
  pane: OpenPane,
  {
    quality,
    isMarked,
    onDone,
  }: { readonly quality: OpenQuality; readonly isMarked: boolean; readonly onDone: () => void },
) {
  const t = useT();
  const { query, backend, shell } = useApi();
  const { report } = useFailures();
  const { paper } = usePaper();
  const [pageNo] = useState(pane.look.no);
  const page = quality.measured?.pages.find((each) => each.pageNo === pageNo);
  const skew = page?.skew ?? 0;
  const [applicationId, setApplicationId] = useState<string | null>(null);
  const [isStraight, setStraight] = useState(Math.abs(skew) >= leastSkew);
  const [way, setWay] = useState<CropWay>('none');
  const [crop, setCrop] = useState(whole);
  const [isBusy, setBusy] = useState(false);
  const occasion = useOccasion(paper.clientId);
  const uses = quality.measured?.upload.uses ?? [];
  const chosen = uses.filter((use) => applicationId === null || use.applicationId === applicationId);
  const accounts = new Set(chosen.map(({ accountName }) => accountName));
  const [onlyAccount] = accounts.size === 1 ? accounts : [];
  const marking = useMark({
    clientId: paper.clientId,
    said: occasion.said,
    accountName: onlyAccount,
    isOn: isMarked,
  });
  const edit = { pageNo, turn: pane.turn, deskew: isStraight ? skew : 0 };
  const cropOf = { none: null, edge: 'edge', hand: isWhole(crop) ? null : crop } as const;
  const wish = {
    versionId: version.id,
    applicationId,
    edit: { ...edit, crop: cropOf[way], mark: marking.mark },
  };
  const made = useQuery({
    ...query.quality.previewCopy.queryOptions({ input: wish }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  // What a part is chosen from by hand.
  const uncut = useQuery({
    ...query.quality.previewCopy.queryOptions({ input: { ...wish, edit: { ...edit, crop: null } } }),
    enabled: way === 'hand',
    gcTime: 0,
    retry: false,
  });
  const canSave =
    made.data !== undefined && !made.isError && !isBusy && occasion.isComplete && marking.isComplete;
  const save = async (): Promise<void> => {
    if (!canSave) return;
    setBusy(true);
    try {
      const { format } = made.data.report;
      const name = `${t('viewer.upload.fileName', { paper: paperName(paper, t), client: paper.clientName })}.${format === 'png' ? 'png' : 'jpg'}`;
      const target = await shell.chooseTarget({ kind: format, name });
      if (target === null) return;
      const saved = await backend.quality.saveCopy({ ...wish, target: target.token, ...occasion.said });
      onDone();
      showToast({
        message: t('components.export.written', { name: saved.name }),
        action: {
          label: t('components.export.reveal'),
          run: () => void shell.reveal({ token: target.token }).catch(report),
        },
      });
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    pageNo,
    skew,
    applicationId,
    setApplicationId,
    isStraight,
    setStraight,
    way,
    setWay,
    crop,
    setCrop,
    made,
    uncut,
    occasionFields: occasion.fields,
    markFields: marking.fields,
    canSave,
    save: (): void => void save(),
  };
}

export type OpenUploadCopy = ReturnType<typeof useUploadCopy>;

const isWhole = ({ x, y, width, height }: Crop): boolean => x === 0 && y === 0 && width === 1 && height === 1;
