/** Lengths, times and curves of the interface, as CSS variables. No colour and no size of type: those are in theme.ts. */
export const measures: Readonly<Record<`--${string}`, string>> = {
  '--mantine-line-height': '20px',
  /* measures, all on the 4 px grid; the density ones are set by density.ts */
  '--cf-topbar-h': '44px',
  '--cf-sidebar-w': '216px',
  '--cf-rail-w': '48px', // collapsed side bar, below 1200 px
  '--cf-head-h': '48px', // page head
  '--cf-toolbar-h': '40px', // filter line
  '--cf-thead-h': '28px',
  '--cf-statusbar-h': '28px',
  '--cf-icon': '16px',
  '--cf-icon-sm': '14px',
  '--cf-content-max': '1760px',
  '--cf-pane-client': '368px', // right column of the client page
  '--cf-pane-client-narrow': '312px', // below 1200
  '--cf-pane-fees': '380px', // statement preview
  '--cf-anchor-h': '36px', // line of anchors under a page head
  '--cf-line-h': '28px', // one-line fact or list row outside tables
  '--cf-lane-w': '300px', // five years of month ticks
  '--cf-card-w': '182px', // a board card while it is carried
  '--cf-folded-w': '40px', // folded board column
  '--cf-hair': '1px',
  '--cf-pane-today': '448px', // right pane of 今日
  '--cf-pane-today-narrow': '376px',
  '--cf-pane-docs': '400px', // right pane of 资料
  '--cf-pane-docs-narrow': '372px',
  '--cf-strip-w': '108px', // versions and pages of a paper
  '--cf-pane-side': '324px', // right pane of the import and of the settings
  '--cf-chip-h': '24px', // filter chip
  '--cf-bulk-h': '44px', // bulk bar
  '--cf-palette-w': '640px',
  '--cf-palette-top': '88px',
  '--cf-dialog-top': 'min(88px, 8dvh)', // a low window leaves its room to the dialog
  '--cf-strip-h': '92px', // three weeks on 今日
  '--cf-heat-cell-h': '22px',
  '--cf-state-w': '68px', // state of a checklist item
  '--cf-col-validity': '268px', // table columns that hold a ValidityCell, a PapersCell
  '--cf-col-papers': '112px',
  '--cf-col-stated': '160px', // what one source says, in the consistency matrix
  '--cf-col-person': '80px', // a consultant
  '--cf-col-entity': '98px', // an entity type
  '--cf-col-platform': '112px', // platform and kind of an account
  '--cf-col-kind': '96px', // kind of an application
  '--cf-col-order': '184px', // an application and where it stands
  '--cf-col-stage': '216px', // stage as dots and word
  '--cf-col-clock': '132px', // a countdown, or a day and a wait
  '--cf-fact-w': '76px', // what a fact is called, beside it
  /* English words are longer: base.css puts these in the place of those above */
  '--cf-state-w-en': '88px',
  '--cf-col-person-en': '96px',
  '--cf-col-entity-en': '120px',
  '--cf-col-platform-en': '154px',
  '--cf-col-kind-en': '150px',
  '--cf-col-order-en': '228px',
  '--cf-col-stage-en': '232px',
  '--cf-col-clock-en': '144px',
  '--cf-fact-w-en': '104px',
  '--cf-col-validity-en': '278px',
  '--cf-col-papers-en': '124px',
  '--cf-toast-w': '400px',
  '--cf-choices-h': '280px', // a list of choices under a cell
  /* ticks: one natural unit per tick */
  '--cf-tick-w': '3px',
  '--cf-tick-gap': '1px',
  '--cf-tick-h': '10px',
  '--cf-tick-h-rest': '4px', // a day that is not a working day
  /* motion */
  '--cf-fast': '120ms',
  '--cf-slow': '180ms',
  '--cf-ease': 'cubic-bezier(0.2, 0, 0, 1)',
  /* focus */
  '--cf-focus-w': '2px',
};
