/** How large the interface can be drawn, in percent. */
export const zoomSteps = [80, 90, 100, 110, 125, 150] as const;
export type ZoomPercent = (typeof zoomSteps)[number];
export const usualZoom: ZoomPercent = 100;

/** The step above or below; the last one stays. */
export function nextZoom(zoom: ZoomPercent, by: 1 | -1): ZoomPercent {
  return zoomSteps[zoomSteps.indexOf(zoom) + by] ?? zoom;
}
