import { createContext, use } from 'react';
import type { ComponentPropsWithRef, ComponentType, ReactNode } from 'react';

export type LinkProps = ComponentPropsWithRef<'a'> & { readonly href: string };

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

function PlainLink(props: LinkProps) {
  return <a {...props} />;
}

/** Lets the app say how a link is followed, so that no part here knows the router. */
export function LinkProvider(props: {
  readonly link: ComponentType<LinkProps>;
  readonly children: ReactNode;
}) {
  return <LinkContext value={props.link}>{props.children}</LinkContext>;
}

/** A link inside the program. */
export function Link(props: LinkProps) {
  const Followed = use(LinkContext);
  return <Followed draggable={false} {...props} />;
}
