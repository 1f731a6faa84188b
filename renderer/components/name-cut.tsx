import styles from './name-cut.module.css';

interface NameCutProps {
  readonly text: string;
  /** The part of the text that gives way where there is no room; empty for none. */
  readonly name: string;
}

/** One line of words of which only a name is cut: what there is to do and its date stay whole. */
export function NameCut({ text, name }: NameCutProps) {
  const at = name === '' ? -1 : text.indexOf(name);
  if (at < 0) {
    return (
      <span className="cf-cut" title={text}>
        {text}
      </span>
    );
  }
  return (
    <span className={styles.line} title={text}>
      <span>{text.slice(0, at)}</span>
      <span className={`${styles.name} cf-cut`}>{name}</span>
      <span className={`${styles.rest} cf-cut`}>{text.slice(at + name.length)}</span>
    </span>
  );
}
