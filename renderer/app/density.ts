/** How tall rows and controls are; a choice of the user, kept per seat. */
export type Density = 'compact' | 'comfortable';

type DensityVariables = Readonly<Record<`--cf-${string}`, string>>;

const compact: DensityVariables = {
  '--cf-row-h': '32px',
  '--cf-row-h-2': '44px',
  '--cf-item-h': '30px',
  '--cf-item-h-2': '42px',
  '--cf-control-h': '28px',
  '--cf-nav-h': '28px',
  '--cf-pane-pad': '16px',
};

const comfortable: DensityVariables = {
  '--cf-row-h': '40px',
  '--cf-row-h-2': '52px',
  '--cf-item-h': '36px',
  '--cf-item-h-2': '48px',
  '--cf-control-h': '32px',
  '--cf-nav-h': '32px',
  '--cf-pane-pad': '24px',
};

export function densityVariables(density: Density): DensityVariables {
  return density === 'compact' ? compact : comfortable;
}

/** Set on the root element, so that menus and dialogs, which live outside the page, get it too. */
export function applyDensity(root: HTMLElement, density: Density): void {
  root.dataset.density = density;
  for (const [name, value] of Object.entries(densityVariables(density))) root.style.setProperty(name, value);
}
