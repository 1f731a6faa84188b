import styles from './person.module.css';

type PersonProps = {
  readonly name: string;
  /** The consultant who works at this computer. */
  readonly me?: boolean;
  readonly size?: number;
  /** The name is written beside it, so it says nothing twice. */
  readonly decorative?: boolean;
};

/** A consultant as one character in a circle. */
export function Person({ name, me = false, size = 20, decorative = false }: PersonProps) {
  const [initial = ''] = name;
  const said = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name };
  return (
    <span className={styles.person} data-me={me || undefined} style={{ width: size, height: size }} {...said}>
      {initial.toUpperCase()}
    </span>
  );
}
