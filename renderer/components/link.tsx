import type { ComponentPropsWithRef } from 'react';

export type LinkProps = ComponentPropsWithRef<'a'> & { readonly href: string };

/** A link inside the program; the router follows the hash of its address. */
export function Link(props: LinkProps) {
  return <a draggable={false} {...props} />;
}
