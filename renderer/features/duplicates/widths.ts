/** Of the dialog with both clients side by side, in pixels. */
export const mergeWidth = 860;
