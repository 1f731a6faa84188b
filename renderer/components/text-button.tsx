import type { ComponentPropsWithRef } from 'react';
import styles from './text-button.module.css';

type TextButtonProps = ComponentPropsWithRef<'button'> & {
  /** Secondary ink instead of the brand's, for the lesser of two. */
  readonly plain?: boolean;
};

/** A small action in a line of text. */
export function TextButton({ plain = false, className, ...others }: TextButtonProps) {
  return (
    <button
      type="button"
      {...others}
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-plain={plain || undefined}
    />
  );
}
