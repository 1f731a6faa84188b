import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { ChoiceField } from '#renderer/components/choice-field.tsx';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Status } from '#renderer/components/status.tsx';
import { shownError } from '#renderer/api/app-error.ts';
import { useErrorWords } from '#renderer/api/use-error-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { CropFrame } from './crop-frame.tsx';
import type { PaperVersion } from './paper-context.tsx';
import type { OpenPane } from './use-pane.ts';
import type { OpenQuality } from './use-quality.ts';
import { useUploadCopy } from './use-upload-copy.ts';
import { cropWays } from './use-upload-copy.ts';
import type { OpenUploadCopy } from './use-upload-copy.ts';
import styles from './shelf.module.css';

interface UploadDialogProps {
  readonly version: PaperVersion;
  readonly pane: OpenPane;
  readonly quality: OpenQuality;
  /** It opens with a mark on the copy. */
  readonly isMarked: boolean;
  readonly onClose: () => void;
}

/** The page in sight made into a copy that can be handed in, looked at before it is written. */
export function UploadDialog({ version, pane, quality, isMarked, onClose }: UploadDialogProps) {
  const t = useT();
  const copy = useUploadCopy(version, pane, { quality, isMarked, onDone: onClose });
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('viewer.upload.title')}
      width={760}
      onSave={copy.save}
      canSave={copy.canSave}
      footer={
        <>
          <Button variant="filled" disabled={!copy.canSave} onClick={copy.save}>
            {t('viewer.upload.save')}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      <Choices copy={copy} quality={quality} />
      <Preview copy={copy} />
      <Report copy={copy} />
      <div className={styles.occasion}>{copy.occasionFields}</div>
      <div className={styles.mark}>{copy.markFields}</div>
    </DialogFrame>
  );
}

interface PartProps {
  readonly copy: OpenUploadCopy;
}

function Choices({ copy, quality }: PartProps & Pick<UploadDialogProps, 'quality'>) {
  const t = useT();
  const uses = quality.measured?.upload.uses ?? [];
  const wordsOf = (id: string): string => {
    const use = uses.find(({ applicationId }) => applicationId === id);
    if (use === undefined) return t('viewer.upload.strictest');
    return t('viewer.upload.use', { account: use.accountName, number: use.applicationNumber });
  };
  return (
    <div className={styles.choices}>
      {uses.length === 0 ? (
        <span className="cf-ink-2">{t('viewer.upload.safe')}</span>
      ) : (
        <ChoiceField
          label={t('viewer.upload.by')}
          value={copy.applicationId ?? ''}
          values={['', ...new Set(uses.map(({ applicationId }) => applicationId))]}
          words={wordsOf}
          onChange={(value) => copy.setApplicationId(value === '' ? null : value)}
        />
      )}
      <Checkbox
        label={t('viewer.upload.straighten', { n: Math.abs(copy.skew).toFixed(1) })}
        checked={copy.isStraight}
        disabled={copy.skew === 0}
        onChange={(event) => copy.setStraight(event.currentTarget.checked)}
      />
      <SegmentedControl
        aria-label={t('viewer.upload.crop')}
        value={copy.way}
        data={cropWays.map((value) => ({
          value,
          label: t(`viewer.upload.way.${value}`),
        }))}
        onChange={(value) => copy.setWay(cropWays.find((way) => way === value) ?? 'none')}
      />
    </div>
  );
}

function Preview({ copy: { way, made, uncut, crop, setCrop } }: PartProps) {
  const t = useT();
  if (way === 'hand' && uncut.data !== undefined)
    return <CropFrame source={sourceOf(uncut.data)} crop={crop} onCrop={setCrop} />;
  return (
    <div className={styles.made}>
      {made.data === undefined || made.isError ? (
        !made.isError && <span className="cf-ink-2">{t('viewer.upload.making')}</span>
      ) : (
        <div className={styles.crop}>
          <img src={sourceOf(made.data)} alt={t('viewer.upload.picture')} />
        </div>
      )}
    </div>
  );
}

type Made = NonNullable<OpenUploadCopy['made']['data']>;

const sourceOf = ({ report, picture }: Made): string => `data:image/${report.format};base64,${picture}`;

/** What the copy will be, or why there can be none. */
function Report({ copy: { made } }: PartProps) {
  const t = useT();
  const format = useFormat();
  const wordsOf = useErrorWords();
  if (made.isError) {
    const error = shownError(made.error);
    if (error === null) return null;
    const { happened, todo } = wordsOf(error);
    return (
      <p role="alert">
        <Status of="blocker">{happened}</Status> <span className="cf-ink-2">{todo}</span>
      </p>
    );
  }
  if (made.data === undefined) return null;
  const { report } = made.data;
  return (
    <p role="status" className={styles.report}>
      <Status of="satisfied">
        {t(report.isUnchanged ? 'viewer.upload.unchanged' : 'viewer.upload.report', {
          type: report.format.toUpperCase(),
          width: report.widthPx,
          height: report.heightPx,
          size: format.bytes(report.sizeBytes),
        })}
      </Status>
      {report.sheet === 'not_found' && <Status of="not_found">{t('viewer.upload.noEdge')}</Status>}
      {report.sheet === 'with_ground' && (
        <span className="cf-xs cf-ink-2">{t('viewer.upload.withGround')}</span>
      )}
      {report.mark !== null && (
        <span className="cf-xs cf-ink-2">{t(`viewer.upload.marked.${report.mark.at}`)}</span>
      )}
    </p>
  );
}
